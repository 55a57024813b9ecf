import { describe, expect, it } from 'vitest';
import type { LeadMark } from '@/lib/stream/types';
import { isNewLead } from './is-new-lead';

const MARK: LeadMark = {
  id: 'x',
  rank: 0,
  score: 80,
  respondBy: 2_000,
  tierSince: 1_000,
  holder: null,
  open: true,
};

describe('isNewLead', () => {
  it.each<[string, Partial<LeadMark>, boolean]>([
    ['a free lead that has just become an A', {}, true],
    ['one that was given to the viewer', { holder: 'maya' }, true],
    ['one that somebody else has', { holder: 'tim' }, false],
    ['one that was an A before the screen was opened', { tierSince: 999 }, false],
    ['one that wavers, for which no answer is due', { respondBy: null }, false],
    ['a B', { rank: 1 }, false],
    ['one that was disqualified', { open: false }, false],
  ])('%s', (_what, change, told) => {
    expect(isNewLead({ ...MARK, ...change }, 'maya', 1_000)).toBe(told);
  });
});
