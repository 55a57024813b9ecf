import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pacer } from './pacer';

describe('Pacer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function count(takesMs = 0, restMs = 350) {
    const done = { times: 0, most: 0, now: 0 };
    const work = async () => {
      done.now += 1;
      done.most = Math.max(done.most, done.now);
      await new Promise((resolve) => setTimeout(resolve, takesMs));
      done.times += 1;
      done.now -= 1;
    };
    return { done, pacer: new Pacer(work, restMs) };
  }

  it('works at once when asked after a rest', async () => {
    const { done, pacer } = count();
    pacer.ask();
    await vi.advanceTimersByTimeAsync(1);
    expect(done.times).toBe(1);
  });

  it('makes a storm into three times a second, and forgets nothing asked last', async () => {
    const { done, pacer } = count();
    for (let ms = 0; ms < 10_000; ms += 10) {
      pacer.ask();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(done.times).toBeGreaterThan(25);
    expect(done.times).toBeLessThanOrEqual(30);
    const before = done.times;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done.times).toBe(before + 1);
  });

  it('asks a slow server less, and never twice at once', async () => {
    const { done, pacer } = count(1_000);
    for (let ms = 0; ms < 12_000; ms += 50) {
      pacer.ask();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(done).toMatchObject({ times: 4, most: 1 });
  });

  it('puts off what is not urgent until something is', async () => {
    const { done, pacer } = count();
    pacer.ask(10_000);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done.times).toBe(0);
    pacer.ask();
    await vi.advanceTimersByTimeAsync(1);
    expect(done.times).toBe(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(done.times).toBe(1);
  });

  it('does nothing more once stopped', async () => {
    const { done, pacer } = count();
    pacer.ask(100);
    pacer.stop();
    pacer.ask();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done.times).toBe(0);
  });
});
