import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLICKED, OPENED } from './constants';
import { quarantineEvents } from './quarantine-events';
import type { JudgedEvent } from './types';

/** 9:30:07: on no whole minute, so that rules by the second apply. */
const SENT = Date.parse('2026-11-20T09:30:07.250Z');

let counter = 0;

function mail(type: string, seconds: number, given: Partial<JudgedEvent> = {}): JudgedEvent {
  counter += 1;
  return {
    id: `event-${counter}`,
    messageId: `message-${counter}`,
    leadId: 'lead-1',
    companyId: 'company-1',
    type,
    at: SENT + seconds * 1_000,
    properties: {},
    filteredAs: null,
    restored: false,
    ...given,
  };
}

/** Reasons in the order of the events; null for one that counts. */
function judge(fresh: JudgedEvent[], recent: JudgedEvent[] = []): (string | null)[] {
  const reasons = quarantineEvents(fresh, recent);
  return [...fresh, ...recent].map(({ id }) => reasons.get(id) ?? null);
}

const CHROME =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

describe('known programs', () => {
  it.each([
    [
      'page_viewed',
      { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      'bot',
    ],
    ['page_viewed', { context: { userAgent: 'curl/8.5.0' } }, 'bot'],
    ['page_viewed', { user_agent: CHROME }, null],
    ['page_viewed', {}, null],
    ['demo_requested', { userAgent: 'python-requests/2.32' }, 'bot'],
    ['email_opened', { userAgent: 'Mozilla/5.0' }, 'preload'],
    [
      'email_opened',
      {
        userAgent:
          'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
      },
      null,
    ],
    ['email_opened', { userAgent: 'Thunderbird/115.0' }, null],
    ['email_clicked', { userAgent: 'Slackbot-LinkExpanding 1.0' }, 'bot'],
    ['unsubscribed', { userAgent: 'curl/8.5.0' }, null],
    ['email_bounced', { userAgent: 'curl/8.5.0' }, null],
    ['sales_email', { userAgent: 'python-requests/2.32' }, null],
    ['hiring', { userAgent: 'python-requests/2.32' }, null],
  ])('%s by %j: %s', (type, properties, reason) => {
    expect(judge([mail(type, 0, { properties })])).toEqual([reason]);
  });
});

describe('within seconds of sending', () => {
  it.each([
    [OPENED, 0, 'prefetch'],
    [OPENED, 3, 'prefetch'],
    [OPENED, 3.001, null],
    [OPENED, -1, null],
    [CLICKED, 5, 'scanner'],
    [CLICKED, 5.001, null],
    ['email_replied', 1, null],
  ])('%s %s s after the sending: %s', (type, seconds, reason) => {
    expect(judge([mail(type, seconds)], [mail('sales_email', 0)])[0]).toBe(reason);
    const sentAt = new Date(SENT).toISOString();
    expect(judge([mail(type, seconds, { properties: { sentAt } })])).toEqual([reason]);
  });

  it('looks at the message’s own sending, not at another person’s or another message’s', () => {
    const open = mail(OPENED, 1, { properties: { subject: 'Prices' } });
    expect(judge([open], [mail('sales_email', 0, { leadId: 'lead-2' })])[0]).toBeNull();
    expect(judge([open], [mail('sales_email', 0, { properties: { subject: 'Offer' } })])[0]).toBeNull();
    expect(judge([open], [mail('sales_email', 0, { properties: { subject: 'prices' } })])[0]).toBe(
      'prefetch',
    );
  });

  it('passes over days and minutes: too coarse to tell', () => {
    const day = Date.parse('2026-11-20');
    expect(judge([mail(OPENED, 0, { at: day })], [mail('sales_email', 0, { at: day })])[0]).toBeNull();
    const properties = { sentAt: '2026-11-20T09:30:00Z' };
    expect(judge([mail(OPENED, 0, { at: day + 9.5 * 3_600_000 + 1_000, properties })])).toEqual([null]);
    expect(judge([mail(OPENED, 0, { properties: { sentAt: '2026-11-20' } })])).toEqual([null]);
  });

  it('tells of an open that came before its sending was known', () => {
    const open = mail(OPENED, 1);
    expect(judge([mail('sales_email', 0)], [open])).toEqual([null, 'prefetch']);
  });
});

describe('bursts of links', () => {
  const click = (seconds: number, url: string, given: Partial<JudgedEvent> = {}) =>
    mail(CLICKED, seconds, { properties: { url, campaign: 'june' }, ...given });

  it('three links of a message in two seconds, the first included though it was stored before', () => {
    const reasons = judge([click(101, '/b'), click(102, '/c'), click(110, '/d')], [click(100, '/a')]);
    expect(reasons).toEqual(['burst', 'burst', null, 'burst']);
  });

  it.each([
    ['one link three times', [click(100, '/a'), click(101, '/a'), click(102, '/a')]],
    ['two links', [click(100, '/a'), click(101, '/b')]],
    [
      'links of two messages',
      [
        click(100, '/a'),
        click(101, '/b'),
        mail(CLICKED, 101, { properties: { url: '/c', campaign: 'july' } }),
      ],
    ],
    ['links in three seconds', [click(100, '/a'), click(101.5, '/b'), click(103, '/c')]],
    ['unknown links', [mail(CLICKED, 100), mail(CLICKED, 100), mail(CLICKED, 100)]],
  ])('not %s', (_, events) => {
    expect(judge(events)).toEqual(events.map(() => null));
  });

  it('never touches what a person has had counted, nor takes it as a sign', () => {
    const restored = click(100, '/a', { restored: true });
    expect(judge([click(101, '/b'), click(102, '/c')], [restored])).toEqual([null, null, null]);
  });
});

describe('sweeps of a company', () => {
  const click = (seconds: number, leadId: string) =>
    mail(CLICKED, seconds, { leadId, properties: { url: '/a', subject: 'News' } });
  const open = (seconds: number, leadId: string) =>
    mail(OPENED, seconds, { leadId, properties: { subject: 'News' } });

  it('three colleagues in five seconds, none of whom had opened', () => {
    const events = [click(100, 'lead-1'), click(102, 'lead-2'), click(105, 'lead-3'), click(120, 'lead-4')];
    expect(judge(events)).toEqual(['sweep', 'sweep', 'sweep', null]);
  });

  it('not when one of three had opened the message, unless by a prefetch', () => {
    const events = [click(100, 'lead-1'), click(102, 'lead-2'), click(105, 'lead-3')];
    expect(judge(events, [open(40, 'lead-2')])).toEqual([null, null, null, null]);
    const prefetched = { ...open(40, 'lead-2'), filteredAs: 'prefetch' };
    expect(judge(events, [prefetched])).toEqual(['sweep', 'sweep', 'sweep', null]);
  });

  it('not of people without a company, nor of one person', () => {
    const alone = ['a', 'b', 'c'].map((leadId) => ({ ...click(100, leadId), companyId: null }));
    expect(judge(alone)).toEqual([null, null, null]);
    expect(judge([click(100, 'a'), click(101, 'a'), click(102, 'a')])).toEqual([null, null, null]);
  });
});

describe('at random', () => {
  const events = fc
    .array(
      fc.record({
        type: fc.constantFrom('sales_email', OPENED, CLICKED, 'page_viewed'),
        leadId: fc.constantFrom('lead-1', 'lead-2', 'lead-3', 'lead-4', null),
        companyId: fc.constantFrom('company-1', 'company-2', null),
        at: fc.integer({ min: SENT, max: SENT + 12_000 }),
        url: fc.constantFrom('/a', '/b', '/c', ''),
        subject: fc.constantFrom('one', 'two', ''),
        userAgent: fc.constantFrom('', CHROME, 'curl/8.5.0'),
        filteredAs: fc.constantFrom(null, null, null, 'bot'),
        restored: fc.constantFrom(false, false, false, true),
      }),
      { maxLength: 30 },
    )
    .map((drawn) =>
      drawn.map(({ url, subject, userAgent, restored, filteredAs, ...event }, index): JudgedEvent => ({
        ...event,
        id: `e${index}`,
        messageId: `m${index}`,
        properties: { url, subject, userAgent },
        restored,
        filteredAs: restored ? null : filteredAs,
      })),
    );

  const sorted = (reasons: Map<string, string>) => [...reasons].sort(([a], [b]) => (a < b ? -1 : 1));

  it('the order of events does not matter, nor which of them are stored already', () => {
    fc.assert(
      fc.property(events, fc.nat(30), fc.integer(), (all, cut, seed) => {
        const whole = sorted(quarantineEvents(all, []));
        const shuffled = [...all].sort(
          (a, b) => ((Number(a.id.slice(1)) * seed) % 7) - ((Number(b.id.slice(1)) * seed) % 7),
        );
        expect(sorted(quarantineEvents(shuffled, []))).toEqual(whole);
        expect(sorted(quarantineEvents(all.slice(cut), all.slice(0, cut)))).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('what a person restored, or is filtered already, is never judged again; what comes twice is judged once', () => {
    fc.assert(
      fc.property(events, (all) => {
        const reasons = quarantineEvents(all, []);
        for (const { id, restored, filteredAs } of all) {
          if (restored || filteredAs !== null) expect(reasons.has(id)).toBe(false);
        }
        const again = all.map((event) => ({ ...event, id: `again-${event.id}` }));
        expect(sorted(quarantineEvents(again, all))).toEqual(sorted(reasons));
      }),
      { numRuns: 500 },
    );
  });

  it('people far apart in time are never set aside by what others do', () => {
    fc.assert(
      fc.property(events, (all) => {
        const apart = all.map((event, index) => ({
          ...event,
          at: event.at + index * 60_000 * 60,
          properties: { ...event.properties, userAgent: CHROME },
        }));
        expect(quarantineEvents(apart, []).size).toBe(0);
      }),
    );
  });
});
