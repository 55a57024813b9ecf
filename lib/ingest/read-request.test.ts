import { describe, expect, it } from 'vitest';
import { CALLS, listInputs, parseBody, readDelivery } from './read-request';

const source = { id: 's', name: 'Site', origins: [], eventsPerMinute: 1 };

describe('parseBody', () => {
  it.each([
    ['{', 'not JSON'],
    ['[]', 'must be a JSON object'],
    ['null', 'must be a JSON object'],
    ['', 'not JSON'],
  ])('refuses %j', (text, reason) => expect(parseBody(text)).toContain(reason));

  it('cleans what cannot be stored', () => expect(parseBody('{"a":"\\u0000b"}')).toEqual({ a: 'b' }));
});

describe('listInputs', () => {
  it('takes the kind of a single call from its address', () => {
    expect(listInputs('track', { type: 'page', event: 'x' })).toEqual([{ type: 'track', event: 'x' }]);
    expect(listInputs('batch', { batch: [1] })).toEqual([1]);
    expect(listInputs('batch', {})).toBeNull();
  });

  it('knows the calls in full and in one letter', () => {
    expect(Object.entries(CALLS).filter(([call]) => call.length === 1)).toHaveLength(7);
    for (const call of ['identify', 'track', 'page', 'screen', 'group', 'alias', 'batch'])
      expect(CALLS[call.charAt(0)]).toBe(CALLS[call]);
  });
});

describe('readDelivery', () => {
  it('parts what was understood from what was not', () => {
    const inputs = [{ type: 'page', userId: 'u' }, { type: 'page' }, 3];
    const { messages, rejected } = readDelivery(inputs, {}, { source, receivedAt: Date.now(), bytes: 10 });
    expect(messages).toHaveLength(1);
    expect(rejected.map(({ path }) => path)).toEqual(['userId', null]);
  });
});
