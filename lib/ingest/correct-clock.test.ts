import { describe, expect, it } from 'vitest';
import { correctClock, readInstant } from './correct-clock';

const RECEIVED = Date.parse('2026-03-01T12:00:00Z');
const correct = (timestamp: unknown, sentAt?: unknown) =>
  correctClock({ timestamp, sentAt, receivedAt: RECEIVED });
const told = (at: number | string) => (typeof at === 'number' ? new Date(at).toISOString() : at);

describe('correctClock', () => {
  it.each([
    ['a right clock', '2026-03-01T11:00:00Z', '2026-03-01T12:00:00Z', '2026-03-01T11:00:00.000Z'],
    ['a clock an hour ahead', '2026-03-01T12:59:00Z', '2026-03-01T13:00:00Z', '2026-03-01T11:59:00.000Z'],
    ['a clock of 1970', '1970-01-01T00:00:10Z', '1970-01-01T00:00:40Z', '2026-03-01T11:59:30.000Z'],
    ['no sending time', '2026-02-01T00:00:00+01:00', undefined, '2026-01-31T23:00:00.000Z'],
    ['a sending time that is none', '2026-02-01T00:00:00Z', 'soon', '2026-02-01T00:00:00.000Z'],
    ['no time at all', undefined, '2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
    ['a time ahead: it begins to exist then', '2026-03-08T12:00:00Z', undefined, '2026-03-08T12:00:00.000Z'],
  ])('reckons with %s', (_what, timestamp, sentAt, at) => expect(told(correct(timestamp, sentAt))).toBe(at));

  it.each([
    ['yesterday', 'is no instant'],
    ['12/31/2025', 'is no instant'],
    [{}, 'is no instant'],
    ['0001-01-01T00:00:00Z', 'lies before'],
    ['9999-01-01T00:00:00Z', 'lies more than a year ahead'],
    [Number.NaN, 'is no instant'],
  ])('refuses %j', (timestamp, reason) => expect(correct(timestamp)).toContain(reason));
});

describe('readInstant', () => {
  it.each([
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['2026-03-01 10:00', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00:00,5', '2026-03-01T10:00:00.500Z'],
    ['2026-03-01T10:00:00.123456+0200', '2026-03-01T08:00:00.123Z'],
    ['2026-03-01T10:00:00+02', '2026-03-01T08:00:00.000Z'],
    ['2026-03-01t10:00:00z', '2026-03-01T10:00:00.000Z'],
  ])('reads %s', (text, iso) => expect(new Date(readInstant(text) ?? Number.NaN).toISOString()).toBe(iso));
  it('reads milliseconds', () => expect(readInstant(RECEIVED)).toBe(RECEIVED));
});
