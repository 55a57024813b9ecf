import { describe, expect, it } from 'vitest';
import { mergeStates, mergeValues } from './merge-values';

describe('mergeValues', () => {
  const survivor = { name: 'Ann', 'attributes.title': 'CEO', createdAt: '2026-02-01', state: 'new' };
  const merged = { name: 'Anna', email: 'a@x.example', 'attributes.title': 'CFO', createdAt: '2026-01-01' };

  it('keeps what the survivor knows, and fills in the rest', () => {
    expect(mergeValues(survivor, merged, new Set())).toEqual({
      name: 'Ann',
      email: 'a@x.example',
      'attributes.title': 'CEO',
      createdAt: '2026-01-01',
      state: 'new',
    });
  });

  it('takes what is asked for; but no dates, and nothing that the other does not know', () => {
    const take = new Set(['attributes.title', 'snoozedUntil', 'attributes.city', 'createdAt']);
    const later = { ...merged, createdAt: '2026-03-01', snoozedUntil: '2027-01-01' };
    expect(mergeValues(survivor, later, take)).toMatchObject({
      'attributes.title': 'CFO',
      createdAt: '2026-02-01',
    });
    expect(mergeValues(survivor, later, take)).not.toHaveProperty('snoozedUntil');
  });
});

describe('mergeStates', () => {
  it.each([
    ['new', 'working', 'working'],
    ['qualified', 'working', 'qualified'],
    ['lost', 'new', 'new'],
    ['new', 'lost', 'new'],
    ['new', 'disqualified', 'new'],
    ['disqualified', 'won', 'disqualified'],
  ] as const)('%s and %s is %s', (survivor, merged, state) => {
    expect(mergeStates(survivor, merged)).toBe(state);
  });
});
