import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { logger } from './logger';

const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;

/** How often the connection is tried, and how long an answer may take before it counts as lost. */
const CHECK_EVERY_MS = 30_000;
const ANSWER_WITHIN_MS = 10_000;

export interface ListenOptions {
  channels: readonly string[];
  onMessage: (channel: string, payload: string) => void;
  /** Listening again after the connection was lost: what was announced meanwhile was missed. */
  onGap: () => void;
}

export interface Listener {
  /** Settles once the first connection listens; stays open while the database cannot be reached. */
  listening: Promise<void>;
  /** The connection, for short queries that must not wait for one of the pool; null while it is lost. */
  getClient: () => Client | null;
  close: () => Promise<void>;
}

/** Listens to Postgres notifications on a connection of its own, which is made anew whenever it is lost, until closed. */
export function listen({ channels, onMessage, onGap }: ListenOptions): Listener {
  const closing = new AbortController();
  let resolveFirst: () => void = () => undefined;
  const listening = new Promise<void>((resolve) => (resolveFirst = resolve));
  let current: Client | null = null;
  const run = async () => {
    let retry = FIRST_RETRY_MS;
    let listenedBefore = false;
    while (!closing.signal.aborted) {
      const client = new Client({
        connectionString: process.env.DATABASE_URL,
        application_name: 'leadgrid stream',
        keepAlive: true,
        query_timeout: ANSWER_WITHIN_MS,
        connectionTimeoutMillis: ANSWER_WITHIN_MS,
      });
      const lost = watch(client);
      client.on('notification', ({ channel, payload = '' }) => onMessage(channel, payload));
      try {
        await client.connect();
        for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
        if (listenedBefore) onGap();
        listenedBefore = true;
        current = client;
        retry = FIRST_RETRY_MS;
        resolveFirst();
        await Promise.race([lost, checkOn(client, closing.signal)]);
      } catch (error) {
        if (!closing.signal.aborted) logger.warn('Listening to the database was interrupted', { error });
      }
      current = null;
      await client.end().catch(() => undefined);
      await wait(retry, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
      retry = Math.min(LONGEST_RETRY_MS, retry * 2);
    }
    resolveFirst();
  };
  const ended = run();
  return {
    listening,
    getClient: () => current,
    close: async () => {
      closing.abort();
      await ended;
    },
  };
}

/** Rejects when the connection breaks. */
function watch(client: Client): Promise<never> {
  const lost = new Promise<never>((_resolve, reject) => {
    client.on('error', reject);
    client.on('end', () => reject(new Error('The connection ended.')));
  });
  // Whoever is still connecting when it breaks hears of it there.
  lost.catch(() => undefined);
  return lost;
}

/** Asks the connection now and then, so that one that hangs is found out; returns when told to stop. */
async function checkOn(client: Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(CHECK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    if (!signal.aborted) await client.query('SELECT 1');
  }
}
