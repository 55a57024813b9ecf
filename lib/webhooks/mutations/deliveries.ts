import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { SEND_TASK } from '@/lib/outbox/constants';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { addJob } from '@/lib/server/jobs';
import { querySql } from '@/lib/server/sql';
import { TEST_TYPE } from '../constants';
import { readBaseUrl } from '../data/settings';
import { writeNoticeBody } from './gather-notices';
import type { Message, NoticeData } from '../types';

type Manager = Actor<'webhooks:manage'>;

const OFF = 'The endpoint is switched off. Switch it on first.';

async function askToSend(tx: Db): Promise<void> {
  await addJob(tx, SEND_TASK, {}, { key: `${SEND_TASK}-now` });
}

async function requireActive(tx: Db, id: string) {
  const endpoint = await tx.webhookEndpoint.findUnique({ where: { id } });
  if (!endpoint) throw new AppError('not_found', 'This endpoint was deleted meanwhile.');
  if (!endpoint.active) throw new AppError('conflict', OFF);
  return endpoint;
}

/** A lead that nobody is, for trying a channel. */
function inventLead(): NoticeData {
  return {
    lead: {
      id: '00000000-0000-7000-8000-000000000000',
      url: new URL('/queue', readBaseUrl()).href,
      name: 'Test Lead',
      email: 'test.lead@example.com',
      title: 'Head of Testing',
      state: 'new',
      source: null,
      externalId: null,
      owner: null,
    },
    company: { id: '', name: 'Example Ltd', domain: 'example.com', source: null, externalId: null },
    score: {
      score: 82,
      fit: 80,
      intent: 84,
      tier: 'A',
      action: 'route',
      quadrant: 'route_now',
      scoreBefore: 61,
      tierBefore: 'B',
      quadrantBefore: 'nurture',
      cause: 'event',
      change: '61 → 82: requested a demo +21',
      reasons: ['This is only a test: +82 fit'],
    },
  };
}

/**
 * Sends a message to try an endpoint with, in the way of all others.
 *
 * @returns the delivery's id.
 */
export async function sendTest(actor: Manager, endpointId: string, now: Date): Promise<string> {
  return getDb().$transaction(async (tx) => {
    const { kind, name } = await requireActive(tx, endpointId);
    const message: Message = {
      type: TEST_TYPE,
      timestamp: now.toISOString(),
      data: { message: 'A test, sent from Leadgrid’s settings', sentBy: actor.name },
    };
    const body = kind === 'webhook' ? JSON.stringify(message) : writeNoticeBody(kind, [inventLead()]);
    const { id } = await tx.delivery.create({
      data: {
        endpointId,
        messageId: uuidv7(),
        eventType: TEST_TYPE,
        body,
        nextAttemptAt: now,
        createdAt: now,
      },
      select: { id: true },
    });
    await askToSend(tx);
    await writeAudit(tx, { user: actor, action: 'webhook.tested', subject: endpointId, details: { name } });
    return id;
  });
}

/** What came of a delivery's first try. */
export interface Outcome {
  state: 'pending' | 'sent' | 'failed';
  error: string | null;
  status: number | null;
}

const PAUSE_MS = 150;

/** Waits until a delivery was tried, or until the patience is over; null when it is gone. */
export async function awaitTry(deliveryId: string, patienceMs: number): Promise<Outcome | null> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const row = await getDb().delivery.findUnique({
      where: { id: deliveryId },
      select: { state: true, error: true, responseStatus: true },
    });
    if (!row) return null;
    const tried = row.state !== 'pending' || row.error !== null;
    if (tried || performance.now() > end) {
      return { state: row.state, error: row.error, status: row.responseStatus };
    }
    await wait(PAUSE_MS);
  }
}

const AGAIN = `"state" = 'pending', "nextAttemptAt" = $2::timestamptz, "attemptsBefore" = "attempts", "error" = NULL`;

/** Sends a delivery once more, with the id and the words it had, whatever became of it before. */
export async function replayDelivery(actor: Manager, deliveryId: string, now: Date): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const delivery = await tx.delivery.findUnique({ where: { id: deliveryId } });
    if (!delivery) throw new AppError('not_found', 'This delivery was deleted meanwhile.');
    await requireActive(tx, delivery.endpointId);
    if (delivery.state === 'pending' && delivery.attempts === delivery.attemptsBefore) return;
    await querySql(tx, `UPDATE "Delivery" SET ${AGAIN} WHERE "id" = $1::uuid`, [deliveryId, now]);
    await askToSend(tx);
    const details = { endpoint: delivery.endpointId, event: delivery.eventType };
    await writeAudit(tx, { user: actor, action: 'webhook.replayed', subject: deliveryId, details });
  });
}

/**
 * Sends once more what was given up since an instant.
 *
 * @returns how many deliveries that is.
 */
export async function replayFailed(
  actor: Manager,
  endpointId: string,
  since: Date,
  now: Date,
): Promise<number> {
  return getDb().$transaction(async (tx) => {
    await requireActive(tx, endpointId);
    const again = await querySql<{ id: string }>(
      tx,
      `UPDATE "Delivery" SET ${AGAIN}
       WHERE "endpointId" = $1::uuid AND "state" = 'failed' AND "createdAt" >= $3::timestamptz RETURNING "id"`,
      [endpointId, now, since],
    );
    if (again.length === 0) return 0;
    await askToSend(tx);
    const details = { since: since.toISOString(), deliveries: again.length };
    await writeAudit(tx, { user: actor, action: 'webhook.replayed', subject: endpointId, details });
    return again.length;
  });
}
