import type { PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { NEW_A } from '@/lib/outbox/constants';
import { inTransaction, querySql } from '@/lib/server/sql';
import { buildEmail } from '../email-message';
import { planNotices } from '../plan-notices';
import { buildSlackMessage } from '../slack-message';
import type { NoticeData } from '../types';
import { insertDeliveries, lockOutbox, type NewDelivery } from './dispatch';

const ANY_WAITING = 'SELECT EXISTS (SELECT FROM "Notice") AS "any"';

/** Channels with notices, and when their messages of the last minute were made. */
const LIST_CHANNELS = `
  SELECT n."endpointId", e."kind"::text, e."active", n."waiting", coalesce(d."recent", '{}') AS "recent"
  FROM (SELECT "endpointId", count(*)::int AS "waiting" FROM "Notice" GROUP BY "endpointId") n
  JOIN "WebhookEndpoint" e ON e."id" = n."endpointId"
  LEFT JOIN LATERAL (
    SELECT array_agg((extract(epoch FROM "createdAt") * 1000)::float8) AS "recent" FROM "Delivery"
    WHERE "endpointId" = n."endpointId" AND "createdAt" > $1::timestamptz - interval '1 minute'
      AND "eventType" = '${NEW_A}') d ON true`;

const TAKE = `
  WITH taken AS (DELETE FROM "Notice" WHERE "endpointId" = $1::uuid RETURNING "id", "leadId", "data")
  SELECT * FROM taken ORDER BY "id"`;

interface Channel {
  endpointId: string;
  kind: 'slack' | 'email' | 'webhook';
  active: boolean;
  waiting: number;
  recent: number[];
}

interface TakenNotice {
  leadId: string;
  data: NoticeData;
}

/** A channel's message about some leads, as it is kept and sent. */
export function writeNoticeBody(kind: Channel['kind'], notices: readonly NoticeData[]): string {
  return JSON.stringify(kind === 'email' ? buildEmail(notices) : buildSlackMessage(notices));
}

function toDelivery({ endpointId, kind }: Channel, taken: readonly TakenNotice[]): NewDelivery {
  const [first] = taken;
  return {
    endpointId,
    messageId: uuidv7(),
    eventType: NEW_A,
    leadId: taken.length === 1 && first ? first.leadId : null,
    body: writeNoticeBody(
      kind,
      taken.map(({ data }) => data),
    ),
  };
}

async function sendChannel(client: PoolClient, channel: Channel, each: boolean, now: Date): Promise<void> {
  const taken = await querySql<TakenNotice>(client, TAKE, [channel.endpointId]);
  if (!channel.active || taken.length === 0) return;
  const messages = each ? taken.map((one) => toDelivery(channel, [one])) : [toDelivery(channel, taken)];
  await insertDeliveries(client, messages, now);
}

/**
 * Makes messages of the notices that wait: one each while they are few, one for all when they are many.
 *
 * @returns when to look again; null when none is left waiting.
 */
export async function gatherNotices(now: Date): Promise<Date | null> {
  return inTransaction(async (client) => {
    const [waiting] = await querySql<{ any: boolean }>(client, ANY_WAITING);
    if (!waiting?.any) return null;
    await lockOutbox(client);
    let next: number | null = null;
    for (const channel of await querySql<Channel>(client, LIST_CHANNELS, [now.toISOString()])) {
      const plan = planNotices(channel.waiting, channel.recent, now.getTime());
      if (plan.kind === 'wait') next = Math.min(next ?? plan.until, plan.until);
      else await sendChannel(client, channel, plan.kind === 'each', now);
    }
    return next === null ? null : new Date(next);
  });
}
