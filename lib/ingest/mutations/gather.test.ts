import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Delivery, Rejected } from '../types';
import { Gatherer, type Limits } from './gather';

const LIMITS: Limits = { events: 10, bytes: 1_000, perFlush: 5, lanes: 1, wait: 4_000 };

const deliver = (...reasons: string[]): Delivery => ({
  messages: [],
  rejected: reasons.map((reason): Rejected => ({
    reason,
    path: null,
    sourceId: 's',
    messageType: null,
    eventName: null,
    payload: null,
  })),
});

/** A writer that ends when it is told to, and remembers what it was given. */
function createWriter() {
  const sets: string[][] = [];
  const ends: ((fault?: Error) => void)[] = [];
  const write = ({ rejected }: Delivery) =>
    new Promise<void>((done, failed) => {
      sets.push(rejected.map(({ reason }) => reason));
      ends.push((fault) => (fault ? failed(fault) : done()));
    });
  const end = async (fault?: Error) => {
    await vi.waitFor(() => expect(ends).not.toHaveLength(0));
    ends.shift()?.(fault);
  };
  return { sets, end, write };
}

const open = (limits: Partial<Limits> = {}) => {
  const writer = createWriter();
  return { ...writer, gatherer: new Gatherer(writer.write, () => new Date(0), { ...LIMITS, ...limits }) };
};

afterEach(() => vi.restoreAllMocks());

describe('Gatherer', () => {
  it('writes together what comes together, and says done when it is written', async () => {
    const { gatherer, sets, end } = open();
    const done: string[] = [];
    const submitted = [
      gatherer.submit(deliver('a'), 1).then(() => done.push('a')),
      gatherer.submit(deliver('b', 'c'), 1).then(() => done.push('b')),
    ];
    await vi.waitFor(() => expect(sets).toEqual([['a', 'b', 'c']]));
    expect(done).toEqual([]);
    await end();
    await Promise.all(submitted);
    expect(done).toEqual(['a', 'b']);
  });

  it('asks to come again once what waits has waited too long', async () => {
    const writer = createWriter();
    let now = 0;
    const gatherer = new Gatherer(writer.write, () => new Date(now), LIMITS);
    const first = gatherer.submit(deliver('a'), 1);
    await vi.waitFor(() => expect(writer.sets).toHaveLength(1));
    const second = gatherer.submit(deliver('b'), 1);
    now = 4_000;
    expect(() => gatherer.demandRoom(1, 1)).not.toThrow();
    now = 4_001;
    expect(() => gatherer.demandRoom(1, 1)).toThrow('Send it again later');
    await writer.end();
    await writer.end();
    await Promise.all([first, second]);
    expect(() => gatherer.demandRoom(1, 1)).not.toThrow();
  });

  it('writes in sets of limited size, in order, so many at once', async () => {
    const { gatherer, sets, end } = open();
    const submitted = ['a', 'b', 'c'].map((name) => gatherer.submit(deliver(name, name, name), 1));
    await end();
    await end();
    await end();
    await Promise.all(submitted);
    expect(sets.map((set) => set[0])).toEqual(['a', 'b', 'c']);
  });

  it('asks to come again when too much waits, and takes more once it is written', async () => {
    const { gatherer, end } = open();
    const first = gatherer.submit(deliver(...'abcdefghij'), 1);
    expect(() => gatherer.submit(deliver('k'), 1)).toThrow(
      expect.objectContaining({ status: 429, retryAfter: 2 }),
    );
    expect(() => gatherer.demandRoom(0, 1_001)).toThrow(expect.objectContaining({ status: 429 }));
    await end();
    await first;
    const next = gatherer.submit(deliver('k'), 1);
    await end();
    await next;
  });

  it("keeps one request's fault its own", async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { gatherer, sets, end } = open();
    const good = gatherer.submit(deliver('good'), 1);
    const bad = gatherer.submit(deliver('bad'), 1);
    const refused = expect(bad).rejects.toMatchObject({ status: 503 });
    await end(new Error('together'));
    await end();
    await end(new Error('bad'));
    await good;
    await refused;
    expect(sets).toEqual([['good', 'bad'], ['good'], ['bad']]);
  });

  it('has nothing to write for nothing', async () => {
    const { gatherer, sets } = open();
    await gatherer.submit(deliver(), 1);
    expect(sets).toEqual([]);
  });
});
