import { describe, expect, it } from 'vitest';
import type { TimedEvent } from '@/lib/scoring/match-events';
import { sortByTime, unpackEvents } from './unpack-events';

const MICROSECONDS_TO_2000 = 946_684_800_000_000n;
const TYPES = {
  names: ['demo_requested', 'page_viewed'],
  needsProperties: [false, true],
  any: true,
  anyNeedsProperties: false,
};

/** What `timestamptz_send(at) || int2send(place)` gives. */
function pack(events: readonly [at: number, place: number][]): Buffer {
  return Buffer.concat(
    events.map(([at, place]) => {
      const bytes = Buffer.alloc(10);
      bytes.writeBigInt64BE(BigInt(at) * 1000n - MICROSECONDS_TO_2000);
      bytes.writeInt16BE(place, 8);
      return bytes;
    }),
  );
}

function unpack(events: readonly [number, number][], properties: Record<string, unknown>[] | null = null) {
  const into: TimedEvent[] = [];
  unpackEvents({ leadId: 'ada', packed: pack(events), properties }, TYPES, into);
  return into;
}

describe('packed events', () => {
  it('keep their instants to the millisecond, before and after 2000', () => {
    const instants = [Date.UTC(2026, 5, 1, 12, 0, 0, 123), Date.UTC(1999, 11, 31, 23, 59, 59, 999), 0, -1];
    expect(unpack(instants.map((at) => [at, 1])).map(({ at }) => at)).toEqual(instants);
  });

  it('get their type back, and their properties where a criterion looks at them', () => {
    const events = unpack(
      [
        [5, 2],
        [6, 1],
        [7, 0],
        [8, 2],
      ],
      [{ path: '/pricing' }, { path: '/docs' }],
    );
    expect(events.map(({ event }) => [event.type, event.properties])).toEqual([
      ['page_viewed', { path: '/pricing' }],
      ['demo_requested', {}],
      ['', {}],
      ['page_viewed', { path: '/docs' }],
    ]);
    expect(events[0]?.event.leadId).toBe('ada');
  });

  it('are put in the order of time', () => {
    expect(
      sortByTime(
        unpack([
          [9, 1],
          [3, 1],
          [6, 1],
        ]),
      ).map(({ at }) => at),
    ).toEqual([3, 6, 9]);
  });
});
