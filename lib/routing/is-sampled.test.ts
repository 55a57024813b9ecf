import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSampled } from './is-sampled';

describe('isSampled', () => {
  it('is the same every time, and keeps a lead in when the share grows', () => {
    const percent = fc.float({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.uuid(), fc.string(), percent, percent, (id, salt, one, other) => {
        expect(isSampled(id, salt, one)).toBe(isSampled(id, salt, one));
        if (isSampled(id, salt, Math.min(one, other))) {
          expect(isSampled(id, salt, Math.max(one, other))).toBe(true);
        }
      }),
    );
  });

  it('draws about the share asked for, other leads with another salt', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `lead ${i}`);
    const drawn = (salt: string) => new Set(ids.filter((id) => isSampled(id, salt, 5)));
    const [one, other] = [drawn('a'), drawn('b')];
    expect(one.size).toBeGreaterThan(850);
    expect(one.size).toBeLessThan(1_150);
    expect([...one].filter((id) => other.has(id)).length).toBeLessThan(100);
    expect(ids.filter((id) => isSampled(id, 'a', 0))).toEqual([]);
  });
});
