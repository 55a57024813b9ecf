import { describe, expect, it } from 'vitest';
import { DEFAULT_RESPONSE } from '@/lib/response/constants';
import { readClock, toneOfClock } from './response-clock';

const SINCE = Date.UTC(2026, 0, 5, 9);
const MINUTE = 60_000;
const DUE = SINCE + 5 * MINUTE;
const answering = { response: DEFAULT_RESPONSE, hoursOf: () => DEFAULT_RESPONSE.hours };

describe('readClock', () => {
  const facts = {
    firstEngagedAt: null,
    respondBy: DUE,
    owner: null,
    score: { tier: 'A', tierSince: SINCE },
  };

  it('runs from the moment the lead came into its tier until the answer is due', () => {
    expect(readClock(facts, answering)).toEqual({
      kind: 'running',
      startedAt: SINCE,
      warnAt: SINCE + 2.5 * MINUTE,
      dueAt: DUE,
    });
  });

  it('runs again for a lead that was answered before and comes back', () => {
    expect(readClock({ ...facts, firstEngagedAt: SINCE - MINUTE }, answering)?.kind).toBe('running');
  });

  it('never warns after the answer is due', () => {
    const dueAt = SINCE + MINUTE;
    expect(readClock({ ...facts, respondBy: dueAt }, answering)).toMatchObject({ warnAt: dueAt, dueAt });
  });

  it('stops at the first engagement', () => {
    const at = SINCE + MINUTE;
    const answered = { ...facts, respondBy: null, firstEngagedAt: at };
    expect(readClock(answered, answering)).toEqual({ kind: 'answered', at });
  });

  it('does not run while no answer is due', () => {
    expect(readClock({ ...facts, respondBy: null }, answering)).toEqual({ kind: 'untimed', since: SINCE });
  });

  it('says nothing of a lead without a score', () => {
    expect(readClock({ ...facts, score: null }, answering)).toBeNull();
  });
});

describe('toneOfClock', () => {
  const clock = { warnAt: SINCE + 3 * MINUTE, dueAt: DUE };

  it.each([
    [0, 'good'],
    [2, 'good'],
    [3, 'warn'],
    [4, 'warn'],
    [5, 'bad'],
    [90, 'bad'],
  ])('%i minutes into five it is %s', (minutes, tone) => {
    expect(toneOfClock(clock, SINCE + minutes * MINUTE)).toBe(tone);
  });
});
