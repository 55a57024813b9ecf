import { describe, expect, it } from 'vitest';
import { readMessage, type Reading } from './read-message';

const SOURCE = { id: 'source-1', name: 'Site', origins: [], eventsPerMinute: 1 };
const reading: Reading = {
  source: SOURCE,
  receivedAt: Date.parse('2026-03-01T12:00:00Z'),
  sentAt: undefined,
  isSmall: true,
  context: undefined,
};
const read = (message: unknown, more: Partial<Reading> = {}) => readMessage(message, { ...reading, ...more });

describe('readMessage', () => {
  it('reads an event with what its context tells', () => {
    const message = {
      type: 'track',
      event: ' Demo Requested ',
      messageId: 'm1',
      userId: 42,
      anonymousId: 'v1',
      timestamp: '2026-03-01T11:00:00Z',
      properties: { plan: 'pro', path: '/own' },
      context: {
        ip: '203.0.113.7',
        page: { path: '/pricing', url: 'https://x.example/pricing', referrer: 'https://y.example/' },
        campaign: { source: 'ads', name: 'spring' },
        userAgent: 'Mozilla/5.0',
      },
    };
    expect(read(message)).toMatchObject({
      kind: 'track',
      messageId: 'source-1:m1',
      userId: '42',
      anonymousId: 'v1',
      name: 'Demo Requested',
      at: '2026-03-01T11:00:00.000Z',
    });
    // Not the address in the network: nothing needs it.
    expect(read(message)).toHaveProperty('properties', {
      plan: 'pro',
      path: '/own',
      url: 'https://x.example/pricing',
      referrer: 'https://y.example/',
      utm_source: 'ads',
      utm_campaign: 'spring',
      userAgent: 'Mozilla/5.0',
    });
  });

  it('reads a view by its kind, with its own name and its path', () => {
    const page = {
      type: 'page',
      name: 'Home',
      anonymousId: 'v',
      properties: { url: 'https://x.example/a?b' },
    };
    expect(read(page)).toMatchObject({ name: 'page', properties: { name: 'Home', path: '/a' } });
  });

  it('gives a message without an id one of its own', () => {
    const [one, other] = [read({ type: 'page', userId: 'a' }), read({ type: 'page', userId: 'a' })];
    expect(one).toMatchObject({ messageId: expect.stringMatching(/^source-1:[0-9a-f-]{36}$/) as string });
    expect(one).not.toEqual(other);
  });

  it.each([
    ['traits', { type: 'identify', userId: 'u', traits: { email: ' Ann@Acme.example' } }],
    [
      'the traits of the context',
      { type: 'page', userId: 'u', context: { traits: { email: 'ann@acme.example' } } },
    ],
    ['the user id', { type: 'page', userId: 'ann@acme.example' }],
  ])('finds the address in %s', (_place, message) =>
    expect(read(message)).toMatchObject({ email: 'ann@acme.example' }),
  );

  it('takes the time of sending from the batch, and the context that all of it share', () => {
    const message = { type: 'page', userId: 'u', timestamp: '2026-03-01T12:50:00Z' };
    const batch = { sentAt: '2026-03-01T13:00:00Z', context: { page: { path: '/all' } } };
    expect(read(message, batch)).toMatchObject({
      at: '2026-03-01T11:50:00.000Z',
      properties: { path: '/all' },
    });
  });

  it.each([
    ['no object', [], null],
    ['no type', { userId: 'u' }, 'type'],
    ['an unknown type', { type: 'launch', userId: 'u' }, 'type'],
    ['no event', { type: 'track', userId: 'u' }, 'event'],
    ['an event that is no text', { type: 'track', userId: 'u', event: 7 }, 'event'],
    ['nobody', { type: 'page' }, 'userId'],
    ['blank ids', { type: 'page', userId: '  ', anonymousId: '' }, 'userId'],
    ['an id that is no text', { type: 'page', userId: {} }, 'userId'],
    ['an endless id', { type: 'page', userId: 'x'.repeat(201) }, 'userId'],
    ['no group', { type: 'group', userId: 'u' }, 'groupId'],
    ['no previous id', { type: 'alias', userId: 'u' }, 'previousId'],
    ['an alias of nobody', { type: 'alias', previousId: 'u' }, 'userId'],
    ['properties that are a list', { type: 'page', userId: 'u', properties: [] }, 'properties'],
    ['a broken address alone', { type: 'identify', traits: { email: 'ann@' } }, 'traits.email'],
    ['no instant', { type: 'page', userId: 'u', timestamp: 'now' }, 'timestamp'],
  ])('rejects %s, and says where', (_what, message, path) => {
    const rejected = read(message);
    expect(rejected).toMatchObject({ path, sourceId: 'source-1', payload: message });
    expect(rejected).toHaveProperty('reason', expect.stringMatching(/^\S.{5,}/));
  });

  it('rejects what is too large, and keeps its beginning', () => {
    const large = { type: 'page', userId: 'u', properties: { text: 'x'.repeat(40_000) } };
    expect(read(large, { isSmall: false })).toMatchObject({
      reason: expect.stringContaining('32 KB') as string,
    });
    const { payload } = { payload: null, ...read(large, { isSmall: false }) };
    expect(JSON.stringify(payload).length).toBeLessThan(5_000);
  });

  it('rejects what is nested too deep', () => {
    let value: unknown = 1;
    for (let n = 0; n < 5_000; n++) value = [value];
    expect(read({ type: 'page', userId: 'u', properties: { value } })).toMatchObject({
      reason: expect.stringContaining('too deep') as string,
    });
  });
});
