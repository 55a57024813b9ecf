import { describe, expect, it } from 'vitest';
import { cutTimeline, tellProperty, tellValue, toEntry, type TimelineRow } from './timeline';

const AT = new Date('2026-01-05T09:00:00Z');

function row(part: Partial<TimelineRow>): TimelineRow {
  return {
    id: 'x',
    at: AT,
    kind: 'behaviour',
    what: 'event',
    word: '',
    who: null,
    detail: null,
    filteredAs: null,
    restoredFrom: null,
    ...part,
  };
}

describe('toEntry', () => {
  it('names the event that can be counted or set aside, and nothing else', () => {
    expect(toEntry(row({ filteredAs: 'bot' }), new Map())).toMatchObject({ eventId: 'x', filteredAs: 'bot' });
    expect(toEntry(row({ what: 'company_event', restoredFrom: 'bot' }), new Map())).toMatchObject({
      eventId: 'x',
      restoredFrom: 'bot',
    });
    expect(toEntry(row({ what: 'activity', word: 'call' }), new Map()).eventId).toBeNull();
  });

  it('names a merge that can be undone: the last one', () => {
    const merge = (detail: object) => toEntry(row({ what: 'merge', detail }), new Map()).mergeId;
    expect(merge({ undoneAt: null, last: true })).toBe('x');
    expect(merge({ undoneAt: null, last: false })).toBeNull();
    expect(merge({ undoneAt: '2026-01-05T00:00:00Z', last: true })).toBeNull();
  });

  it.each<[Partial<TimelineRow>, string, string | null]>([
    [{ word: 'page_viewed', detail: { path: '/pricing', seconds: 40 } }, 'Viewed a page', '/pricing'],
    [
      { what: 'company_event', word: 'Attended a webinar', who: 'Lars Weber' },
      'Lars Weber: attended a webinar',
      'colleague',
    ],
    [
      { what: 'company_event', word: 'Raised funding', detail: { round: 'series B' } },
      'Raised funding',
      'series B, company signal',
    ],
    [
      { what: 'activity', word: 'call', who: 'Tim Brandt', detail: { outcome: 'No answer', note: null } },
      'Call logged by Tim Brandt',
      'No answer',
    ],
    [
      { what: 'deal', word: 'won', who: 'Northwind', detail: { amount: '24000.00', currency: 'EUR' } },
      'Deal won',
      'Northwind, 24,000 EUR',
    ],
    [
      { what: 'change', word: 'title', who: 'enrichment', detail: { before: null, after: 'VP' } },
      'Job title became VP',
      'from enrichment, was unknown',
    ],
    [
      { what: 'change', word: 'title', detail: { before: 'CFO', after: 'VP', of: 'Anna' } },
      'Job title became VP',
      'of Anna, before merging, was CFO',
    ],
    [
      { what: 'merge', word: 'Anna', who: 'Omar', detail: { undoneAt: null, last: true } },
      'Merged with Anna',
      'by Omar',
    ],
    [
      { what: 'merge', word: 'Anna', who: 'Omar', detail: { undoneAt: '2026-01-05', last: true } },
      'Merged with Anna',
      'by Omar, undone since',
    ],
    [
      { what: 'assignment', word: 'round robin', who: 'Maya Krause' },
      'Assigned to Maya Krause',
      'round robin',
    ],
    [{ what: 'created', who: 'hubspot' }, 'Lead created', 'from hubspot'],
  ])('tells %o', (part, title, detail) => {
    expect(toEntry(row(part), new Map())).toMatchObject({ title, detail, at: AT.getTime() });
  });

  it('tells a change of tier with its scores and their causes', () => {
    const moved = [{ criterionId: 'demo', before: 0, after: 48 }];
    const detail = { score: 86, tier: 'A', scoreBefore: 62, tierBefore: 'B', rubricNumber: 3, moved };
    const criteria = new Map([['demo', { label: 'Requested a demo', axis: 'intent' as const }]]);
    const rules = new Map([[3, { fitWeight: 0.5, criteria }]]);
    const told = row({ what: 'score', kind: 'score', word: 'event', detail });
    expect(toEntry(told, rules)).toMatchObject({
      title: 'Became A',
      detail: '62 → 86: requested a demo +24',
      change: { tierBefore: 'B', tier: 'A' },
    });
    expect(toEntry({ ...told, word: 'merge' }, rules).detail).toMatch(/demo \+24; merged with another lead$/);
  });
});

describe('cutTimeline', () => {
  const entry = (at: number) => toEntry(row({ id: String(at), at: new Date(at) }), new Map());

  it('keeps everything that fits', () => {
    expect(cutTimeline([entry(3), entry(2)], 2)).toMatchObject({ olderFrom: null });
  });

  it('reads on from the first entry left out', () => {
    const { entries, olderFrom } = cutTimeline([entry(5), entry(4), entry(3)], 2);
    expect([entries.map(({ at }) => at), olderFrom]).toEqual([[5, 4], 3]);
  });

  it('does not tear apart what happened at one instant', () => {
    const { entries, olderFrom } = cutTimeline([entry(5), entry(4), entry(4)], 2);
    expect([entries.map(({ at }) => at), olderFrom]).toEqual([[5], 4]);
  });

  it('moves on even when everything happened at once', () => {
    const { entries, olderFrom } = cutTimeline([entry(4), entry(4), entry(4)], 2);
    expect([entries.length, olderFrom]).toEqual([2, 3]);
  });
});

describe('telling values', () => {
  it('passes over properties that say nothing', () => {
    expect(tellProperty({ seconds: 3, path: '' })).toBeNull();
    expect(tellProperty(null)).toBeNull();
  });

  it.each([
    [null, 'unknown'],
    [true, 'yes'],
    [['a', 2], 'a, 2'],
    [420, '420'],
  ])('shows %o', (value, text) => expect(tellValue(value)).toBe(text));
});
