import { describe, expect, it } from 'vitest';
import { readClock, toneOfClock } from './response-clock';
import type { QueueTier } from './types';

const TIERS: QueueTier[] = [
  { name: 'A', rank: 0, action: 'route' },
  { name: 'B', rank: 1, action: 'nurture' },
];
const SINCE = Date.UTC(2026, 0, 5, 9);
const MINUTE = 60_000;

describe('readClock', () => {
  const facts = { firstEngagedAt: null, respondBy: null, score: { tier: 'A', tierSince: SINCE } };

  it('gives a routed tier an hour from the moment the lead came into it', () => {
    expect(readClock(facts, TIERS)).toEqual({
      kind: 'running',
      startedAt: SINCE,
      dueAt: SINCE + 60 * MINUTE,
    });
  });

  it('takes the due time of the assignment where there is one', () => {
    const dueAt = SINCE + 5 * MINUTE;
    expect(readClock({ ...facts, respondBy: dueAt }, TIERS)).toMatchObject({ dueAt });
  });

  it('stops at the first engagement', () => {
    const at = SINCE + MINUTE;
    expect(readClock({ ...facts, firstEngagedAt: at }, TIERS)).toEqual({ kind: 'answered', at });
  });

  it('does not run for tiers without a target', () => {
    const score = { tier: 'B', tierSince: SINCE };
    expect(readClock({ ...facts, score }, TIERS)).toEqual({ kind: 'untimed', since: SINCE });
  });

  it('says nothing of a lead without a score', () => {
    expect(readClock({ ...facts, score: null }, TIERS)).toBeNull();
  });
});

describe('toneOfClock', () => {
  const clock = { startedAt: SINCE, dueAt: SINCE + 60 * MINUTE };

  it.each([
    [0, 'good'],
    [30, 'good'],
    [31, 'warn'],
    [54, 'warn'],
    [55, 'bad'],
    [90, 'bad'],
  ])('%i minutes into an hour it is %s', (minutes, tone) => {
    expect(toneOfClock(clock, SINCE + minutes * MINUTE)).toBe(tone);
  });

  it('is red when there never was any time', () => {
    expect(toneOfClock({ startedAt: SINCE, dueAt: SINCE }, SINCE - MINUTE)).toBe('bad');
  });
});
