import { describe, expect, it } from 'vitest';
import type { LeadMark } from '@/lib/stream/types';
import type { QueueRow } from './schema';
import { touchesQueue, type ShownQueue } from './touches-queue';

const row = (id: string, tierRank: number, score: number): QueueRow => ({
  id,
  name: id,
  title: null,
  company: null,
  state: 'new',
  owner: null,
  lock: null,
  snoozedUntil: null,
  firstEngagedAt: null,
  snoozeIntent: null,
  respondBy: null,
  score: {
    fit: 50,
    intent: 50,
    score,
    tier: 'A',
    tierRank,
    quadrant: 'route_now',
    tierSince: 0,
    reason: null,
  },
  clock: null,
});

const shown: ShownQueue = {
  tab: 'free',
  viewerId: 'maya',
  tiers: [
    { name: 'A', rank: 0, action: 'route' },
    { name: 'B', rank: 1, action: 'nurture' },
  ],
  page: { rows: [row('d', 0, 90), row('e', 1, 60)], first: 1, previous: null, next: 'more' },
  counts: { mine: 0, free: 2, team: 0, snoozed: 0 },
};

const mark = (change: Partial<LeadMark>): LeadMark => ({
  id: 'x',
  rank: 0,
  score: 80,
  respondBy: null,
  tierSince: null,
  holder: null,
  open: true,
  ...change,
});

describe('touchesQueue', () => {
  it.each<[string, Partial<LeadMark>, 'rows' | 'counts' | null]>([
    ['a free lead that ranks between the rows', {}, 'rows'],
    ['one that ranks below the page', { rank: 1, score: 59 }, 'counts'],
    ['one that ranks like the last row, with a smaller id', { rank: 1, score: 60, id: 'a' }, 'counts'],
    ['one that ranks like the last row, with a greater id', { rank: 1, score: 60, id: 'f' }, 'rows'],
    ['one like that which an answer is due to', { rank: 1, score: 50, respondBy: 5 }, 'rows'],
    ['one that someone has', { holder: 'tim' }, 'counts'],
    ['one of a tier that does not wait', { rank: 2 }, null],
    ['one without a score', { rank: null, score: null }, null],
    ['one that is closed', { open: false }, null],
    ['a row that fell out of the queue', { id: 'd', rank: 2, score: 1 }, 'rows'],
    ['a row that someone took', { id: 'e', holder: 'tim' }, 'rows'],
    ['a row that was erased', { id: 'e', rank: null, score: null, open: false }, 'rows'],
  ])('%s', (_words, change, expected) => {
    expect(touchesQueue(shown, [mark(change)])).toBe(expected);
  });

  it('knows whose leads each tab shows', () => {
    const tabs = (holder: string | null) =>
      (['mine', 'free', 'team', 'snoozed'] as const).filter(
        (tab) => touchesQueue({ ...shown, tab }, [mark({ holder })]) === 'rows',
      );
    expect(tabs('maya')).toEqual(['mine', 'team', 'snoozed']);
    expect(tabs('tim')).toEqual(['team']);
    expect(tabs(null)).toEqual(['free']);
  });

  it('takes every rank on a page that is the whole list', () => {
    const whole = { ...shown, page: { ...shown.page, next: null } };
    expect(touchesQueue(whole, [mark({ rank: 1, score: 1 })])).toBe('rows');
  });

  it('leaves to the page before what ranks above the first row', () => {
    const second = { ...shown, page: { ...shown.page, previous: 'before' } };
    expect(touchesQueue(second, [mark({ score: 95 })])).toBe('counts');
  });

  it('takes the most that any of them touches', () => {
    expect(touchesQueue(shown, [mark({ rank: 2 }), mark({ rank: 1, score: 1 }), mark({})])).toBe('rows');
    expect(touchesQueue(shown, [])).toBeNull();
  });
});
