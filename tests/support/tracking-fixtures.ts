import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach } from 'vitest';
import { takeRequest } from '@/lib/ingest/mutations/take-request';
import { getDb } from '@/lib/server/db';
import { createSourceByCommand } from '@/lib/tracking/mutations';
import { clearDatabase } from './clear-database';
import { leaveHouse } from './score-fixtures';

type Body = Record<string, unknown>;

let siteKey = '';

/** Begins each test of the file in an empty house with one source, "Site". */
export function trackInEmptyHouse(): void {
  beforeEach(async () => {
    await clearDatabase();
    siteKey = (await addSource('Site')).key;
  });
  afterAll(async () => {
    await clearDatabase();
    await leaveHouse();
  });
}

/** Connects a source. */
export async function addSource(name: string, origins: string[] = []): Promise<{ key: string; id: string }> {
  const { id, writeKey } = await createSourceByCommand({ name, origins });
  return { key: writeKey, id };
}

/** Sends the text of a body as it stands to a call of the tracking API: by the source "Site", unless another key is given. */
export async function sendText(
  call: string,
  text: string,
  { key = siteKey, origin = null }: { key?: string; origin?: string | null } = {},
): Promise<void> {
  await takeRequest({
    call,
    writeKey: key,
    origin,
    contentLength: null,
    readBody: () => Promise.resolve({ text, bytes: Buffer.byteLength(text) }),
  });
}

/** Sends a body. */
export async function send(
  call: string,
  body: Body,
  more: { key?: string; origin?: string } = {},
): Promise<void> {
  await sendText(call, JSON.stringify(body), more);
}

/** Sends messages in one batch. */
export const batch = (...messages: Body[]) => send('batch', { batch: messages });

/** A track message with a message id of its own. */
export const track = (event: string, more: Body) => ({
  type: 'track',
  event,
  messageId: randomUUID(),
  ...more,
});

/** An identify message. */
export const identify = (more: Body) => ({ type: 'identify', ...more });

/** The lead of an address, with its company and events. */
export const findLead = (email: string) =>
  getDb().lead.findUniqueOrThrow({ where: { emailKey: email }, include: { company: true, events: true } });
