import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logTouch } from '@/lib/activities/mutations/work-lead';
import { announceLeads } from '@/lib/leads/mutations/hold-lead';
import { takeLead, takeNextLead } from '@/lib/queue/mutations';
import { WHOLE_QUEUE } from '@/lib/queue/queue-conditions';
import { closeDb, getPool } from '@/lib/server/db';
import { inTransaction, querySql } from '@/lib/server/sql';
import { RECHECK_MS, STREAMS_PER_PERSON } from '@/lib/stream/constants';
import { getHub, StreamHub } from '@/lib/stream/data/hub';
import { openStream, type StreamRequest } from '@/lib/stream/data/open-stream';
import type { StreamMessage } from '@/lib/stream/types';
import { clearDatabase } from '../support/clear-database';
import { addEvents, addLeads, setLiveRubric, SMALL_RUBRIC } from '../support/score-fixtures';
import { addWorker, scoreLeads } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
type LeadsMessage = Extract<StreamMessage, { topic: 'leads' }>;

const isMessage = (value: unknown): value is StreamMessage =>
  typeof value === 'object' && value !== null && 'topic' in value;

function read(frame: string): StreamMessage {
  const message: unknown = JSON.parse(frame.replace(/^(retry: \d+\n)?data: /, ''));
  if (!isMessage(message)) throw new Error(`The frame holds no message: ${frame}`);
  return message;
}

/** A hub as a web process of its own would have, and what it told. */
async function startHub() {
  const hub = new StreamHub();
  const told: StreamMessage[] = [];
  await hub.subscribe({ send: (frame) => told.push(read(frame)) });
  const leads = () => told.filter((message): message is LeadsMessage => message.topic === 'leads');
  return { hub, leads, marks: () => leads().flatMap(({ data }) => data.marks) };
}

async function countListeners(): Promise<number> {
  const rows = await querySql(
    getPool(),
    `SELECT 1 FROM pg_stat_activity WHERE "application_name" = 'leadgrid stream' AND "datname" = current_database()`,
  );
  return rows.length;
}

async function until(condition: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(condition()).toBe(true), { timeout: 8_000, interval: 20 });
}

describe('the stream of changes', () => {
  const hubs: StreamHub[] = [];
  const start = async () => {
    const started = await startHub();
    hubs.push(started.hub);
    return started;
  };
  beforeEach(async () => {
    await clearDatabase();
    await setLiveRubric(SMALL_RUBRIC);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await Promise.all(hubs.splice(0).map((hub) => hub.close()));
  });
  afterAll(closeDb);

  async function addHotLead(): Promise<string> {
    const [leadId = ''] = await addLeads([{ title: 'Head of Sales', email: 'hot@acme.example' }]);
    await addEvents([{ leadId, type: 'demo_requested', at: NOW }]);
    await scoreLeads([leadId], NOW);
    return leadId;
  }

  it('tells every web process of a new score, once it is committed', async () => {
    const [first, second] = [await start(), await start()];
    const leadId = await addHotLead();
    await until(() => first.marks().length > 0 && second.marks().length > 0);
    const mark = {
      id: leadId,
      rank: 0,
      score: 70,
      respondBy: null,
      tierSince: NOW.getTime(),
      holder: null,
      open: true,
    };
    expect(first.marks()).toEqual([mark]);
    expect(second.marks()).toEqual([mark]);
  });

  it('tells who holds a lead that was taken, and that a lead is worked', async () => {
    const leadId = await addHotLead();
    const { marks } = await start();
    const maya = await addWorker('Maya Krause');
    await takeNextLead(maya, WHOLE_QUEUE, new Date());
    await until(() => marks().length === 1);
    await takeLead(maya, leadId, new Date());
    await until(() => marks().length === 2);
    await logTouch(maya, { leadId, type: 'call', outcome: 'reached' }, new Date());
    await until(() => marks().length === 3);
    expect(marks().map(({ id, holder }) => [id, holder])).toEqual(Array(3).fill([leadId, maya.id]));
  });

  it('tells nothing of what was rolled back', async () => {
    const leadId = await addHotLead();
    const { leads } = await start();
    const undone = inTransaction(async (tx) => {
      await announceLeads(tx, [leadId]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await wait(300);
    expect(leads()).toEqual([]);
  });

  it('makes few messages of a storm, and names none beyond a limit', async () => {
    const ids = await addLeads(
      Array.from({ length: 1_200 }, (_, n) => ({ title: 'Head', email: `lead-${n}@acme.example` })),
    );
    const { leads, marks } = await start();
    for (const id of ids.slice(0, 200)) await announceLeads(getPool(), [id]);
    await until(() => new Set(marks().map(({ id }) => id)).size === 200);
    expect(leads().length).toBeLessThan(60);
    await announceLeads(getPool(), ids);
    await until(() => leads().at(-1)?.data.more === true);
    expect(leads().at(-1)?.data.marks).toEqual([]);
  });

  it('listens again after its connection was lost, and says that something was missed', async () => {
    const leadId = await addHotLead();
    const { leads, marks } = await start();
    await querySql(
      getPool(),
      `SELECT pg_terminate_backend("pid") FROM pg_stat_activity
       WHERE "application_name" = 'leadgrid stream' AND "datname" = current_database()`,
    );
    await until(() => leads().some(({ data }) => data.more));
    await announceLeads(getPool(), [leadId]);
    await until(() => marks().length === 1);
  });

  it('needs one connection for any number of streams, and none for no stream', async () => {
    const { hub } = await start();
    for (let n = 0; n < 50; n++) await hub.subscribe({ send: () => undefined });
    expect(await countListeners()).toBe(1);
    await hub.close();
    expect(await countListeners()).toBe(0);
  });
});

describe('an open stream', () => {
  afterEach(async () => {
    vi.useRealTimers();
    await getHub().close();
  });

  function open(change: Partial<StreamRequest> = {}) {
    const gone = new AbortController();
    const response = openStream({
      userId: 'maya',
      signal: gone.signal,
      mayHear: () => true,
      mayStay: () => Promise.resolve(true),
      ...change,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    return {
      gone,
      response,
      next: async () => (await reader?.read())?.value,
      cancel: () => reader?.cancel(),
    };
  }

  it('says that it is open, and cannot be held back on the way', async () => {
    const { response, next, gone } = open();
    expect(read((await next()) ?? '')).toEqual({ topic: 'open' });
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    expect(response.headers.get('cache-control')).toMatch('no-transform');
    gone.abort();
  });

  it('lets go of everything when its reader goes, either way', async () => {
    const [left, right] = [open(), open()];
    await Promise.all([left.next(), right.next()]);
    expect(getHub().size).toBe(2);
    left.gone.abort();
    expect(await left.next()).toBeUndefined();
    await right.cancel();
    await until(() => getHub().size === 0);
  });

  it('ends once the person may not listen any longer', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { next } = open({ mayStay: () => Promise.resolve(false) });
    await next();
    await vi.advanceTimersByTimeAsync(RECHECK_MS);
    const rest: StreamMessage['topic'][] = [];
    for (let text = await next(); text; text = await next()) {
      rest.push(
        ...text
          .split('\n\n')
          .filter(Boolean)
          .map((frame) => read(frame).topic),
      );
    }
    expect(rest.at(-1)).toBe('ended');
    await until(() => getHub().size === 0);
  });

  it('keeps from someone what they may not hear', async () => {
    const { next, gone } = open({ mayHear: (topic) => topic !== 'imports' });
    await next();
    await querySql(getPool(), `SELECT pg_notify('leadgrid_imports', '[]')::text`);
    await announceLeads(
      getPool(),
      Array.from({ length: 2_000 }, () => crypto.randomUUID()),
    );
    expect(read((await next()) ?? '').topic).toBe('leads');
    gone.abort();
  });

  it('gives a person no more streams than a limit', () => {
    const streams = Array.from({ length: STREAMS_PER_PERSON }, () => open());
    expect(() => open()).toThrow(/Too many open streams/);
    streams.forEach(({ gone }) => gone.abort());
    open().gone.abort();
  });
});
