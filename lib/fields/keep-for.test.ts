import { describe, expect, it } from 'vitest';
import { keepFor } from './keep-for';

describe('keepFor', () => {
  it('asks once until the time is over, and forgets the oldest beyond its size', async () => {
    let now = 0;
    const asked: string[] = [];
    const ask = (key: string) => {
      asked.push(key);
      return Promise.resolve(asked.length);
    };
    const kept = keepFor(100, 2, ask, () => now);
    expect([await kept('a'), await kept('a'), await kept('b')]).toEqual([1, 1, 2]);
    now = 100;
    expect(await kept('a')).toBe(3);
    await kept('c');
    await kept('b');
    expect(asked).toEqual(['a', 'b', 'a', 'c', 'b']);
  });

  it('asks again after a fault', async () => {
    let tries = 0;
    const kept = keepFor(100, 2, () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('away')) : Promise.resolve('here');
    });
    await expect(kept('a')).rejects.toThrow('away');
    expect(await kept('a')).toBe('here');
  });
});
