import { describe, expect, it } from 'vitest';
import { describeAction, describeDetails } from './describe-entry';

describe('describeAction', () => {
  it.each([
    ['rubric.published', 'Rubric: published'],
    ['person.password_link_made', 'Person: password link made'],
    ['apiKey.revoked', 'Api key: revoked'],
    ['started', 'Started'],
  ])('%s reads "%s"', (action, words) => {
    expect(describeAction(action)).toBe(words);
  });
});

describe('describeDetails', () => {
  it('says each fact with its name', () => {
    expect(describeDetails({ role: 'rep', leadCount: 3, undone: false })).toEqual([
      'role: rep',
      'lead count: 3',
      'undone: no',
    ]);
  });

  it('says what changed, and leaves out what stayed', () => {
    const before = { role: 'rep', active: true, note: null };
    const after = { role: 'admin', active: true, note: 'promoted' };
    expect(describeDetails({ before, after })).toEqual(['role: rep → admin', 'note: none → promoted']);
  });

  it('opens lists and nested facts', () => {
    expect(
      describeDetails({ added: ['a.example', 'b.example'], removed: [], tiers: { A: 3, B: 4 } }),
    ).toEqual(['added: a.example, b.example', 'removed: none', 'tiers: A 3, B 4']);
  });

  it.each([null, 'text', 7, []])('says nothing of %j', (details) => {
    expect(describeDetails(details)).toEqual([]);
  });
});
