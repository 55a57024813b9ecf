import { describe, expect, it } from 'vitest';
import { listSnoozeChoices, readSnoozeDay } from './snooze-choices';

describe('listSnoozeChoices', () => {
  it('offers mornings at nine, all still to come', () => {
    const now = new Date(2026, 2, 2, 17, 30);
    const choices = listSnoozeChoices(now);
    expect(choices.map(({ until }) => [until.getMonth(), until.getDate(), until.getHours()])).toEqual([
      [2, 3, 9],
      [2, 5, 9],
      [2, 9, 9],
      [3, 2, 9],
    ]);
    expect(choices.every(({ until }) => until > now)).toBe(true);
  });

  it('offers a day once', () => {
    expect(listSnoozeChoices(new Date(2026, 2, 1, 12)).map(({ label }) => label)).toEqual([
      'Tomorrow',
      'In 3 days',
      'In a month',
    ]);
  });
});

describe('readSnoozeDay', () => {
  it('reads a day as its morning', () => {
    expect(readSnoozeDay('2026-03-02')).toEqual(new Date(2026, 2, 2, 9));
  });

  it.each(['', '2026-3-2', 'tomorrow'])('is null for "%s"', (text) => expect(readSnoozeDay(text)).toBeNull());
});
