import { describe, expect, it } from 'vitest';
import { DEFAULT_HOURS } from './constants';
import { describeHours } from './describe-hours';

describe('describeHours', () => {
  it('says days alike together', () => {
    expect(describeHours(DEFAULT_HOURS)).toBe('Mon–Fri 09:00–17:00');
    const [nine] = DEFAULT_HOURS.week;
    const week = [
      nine ?? null,
      null,
      nine ?? null,
      null,
      null,
      { from: 0, to: 1_440 },
      { from: 0, to: 1_440 },
    ];
    expect(describeHours({ timeZone: 'UTC', week })).toBe(
      'Mon 09:00–17:00, Wed 09:00–17:00, Sat–Sun 00:00–24:00',
    );
  });
});
