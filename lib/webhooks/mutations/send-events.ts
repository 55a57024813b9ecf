import { setTimeout as wait } from 'node:timers/promises';
import { randomInt } from 'node:crypto';
import { writeAudit } from '@/lib/audit/mutations';
import { SEND_TASK } from '@/lib/outbox/constants';
import { getDb, getPool } from '@/lib/server/db';
import { addJob } from '@/lib/server/jobs';
import { logger } from '@/lib/server/logger';
import { querySql } from '@/lib/server/sql';
import {
  DISABLE_AFTER_MS,
  DISPATCH_BATCH,
  LEASE_MS,
  LOOK_MS,
  MOST_IN_FLIGHT,
  MOST_PER_ENDPOINT,
  TEST_TYPE,
} from '../constants';
import { listActiveEndpoints, type SendingEndpoint } from '../data/endpoints';
import { readNetwork } from '../data/settings';
import { planRetry } from '../plan-retry';
import { dispatchOutbox } from './dispatch';
import { gatherNotices } from './gather-notices';
import { tryDelivery, type ClaimedDelivery, type TryResult } from './try-delivery';

/**
 * Takes deliveries that are due, each for one try: whoever takes one counts the try and puts off the next beyond the
 * longest that a try may last, so that no other process makes the same try, and one whose process died comes up again.
 */
const CLAIM = `
  WITH due AS (
    SELECT d."id" FROM unnest($1::uuid[], $2::int[]) AS f("endpointId", "slots"), LATERAL (
      SELECT "id" FROM "Delivery"
      WHERE "endpointId" = f."endpointId" AND "state" = 'pending' AND "nextAttemptAt" <= $3::timestamptz
      ORDER BY "nextAttemptAt", "id" LIMIT f."slots" FOR UPDATE SKIP LOCKED) d)
  UPDATE "Delivery" d SET "attempts" = d."attempts" + 1, "nextAttemptAt" = $4::timestamptz
  FROM due WHERE d."id" = due."id"
  RETURNING d."id", d."endpointId", d."messageId", d."eventType", d."body", d."attempts", d."attemptsBefore"`;

/** Writes down what came of a try, unless the try was taken for lost meanwhile. */
const RECORD = `
  WITH logged AS (
    INSERT INTO "DeliveryAttempt" ("deliveryId", "number", "at", "durationMs", "status", "error", "requestHeaders", "response")
    SELECT d."id", $2::int, $3::timestamptz, $4::int, $5::int, $6, $7::jsonb, $8
    FROM "Delivery" d WHERE d."id" = $1::uuid ON CONFLICT DO NOTHING),
  told AS (
    UPDATE "Delivery" SET "state" = $9::"DeliveryState", "nextAttemptAt" = $10::timestamptz, "responseStatus" = $5::int,
      "error" = $6, "sentAt" = CASE WHEN $11::boolean THEN $3::timestamptz END,
      "attemptsBefore" = "attemptsBefore" + $13::int
    WHERE "id" = $1::uuid AND "attempts" = $2::int AND "state" = 'pending')
  UPDATE "WebhookEndpoint" SET "failingSince" = CASE WHEN $11::boolean THEN NULL ELSE $3::timestamptz END
  WHERE "id" = $12::uuid AND ("failingSince" IS NULL) <> $11::boolean AND $13::int = 0`;

export interface SendOptions {
  clock: () => Date;
  /** Stops; what is under way is broken off and comes up again. */
  signal?: AbortSignal;
  /** From 0 to 1, for the jitter of retries. */
  chance?: () => number;
}

/** Switches an endpoint off: nothing is sent to it, and what waits is given up, to be replayed by hand. */
export async function disableEndpoint(
  { id, name }: Pick<SendingEndpoint, 'id' | 'name'>,
  reason: string,
  now: Date,
): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const { count } = await tx.webhookEndpoint.updateMany({
      where: { id, active: true },
      data: { active: false, disabledAt: now, disabledReason: reason },
    });
    if (count === 0) return;
    await tx.delivery.updateMany({
      where: { endpointId: id, state: 'pending' },
      data: { state: 'failed', nextAttemptAt: null, error: 'The endpoint was switched off' },
    });
    const details = { name, reason };
    await writeAudit(tx, { user: null, actor: 'worker', action: 'webhook.disabled', subject: id, details });
    logger.warn('A webhook endpoint was switched off', { endpoint: id, name, reason });
  });
}

/** The state that a try leaves its delivery in, and when it is tried again. */
function planNext(delivery: ClaimedDelivery, result: TryResult, now: Date, stopped: boolean, chance: number) {
  if (result.ok) return { state: 'sent', nextAttemptAt: null } as const;
  // A try that was broken off because the process ends is no fault of the receiver.
  if (stopped) return { state: 'pending', nextAttemptAt: now } as const;
  const delay = planRetry(delivery.attempts - delivery.attemptsBefore, result.retryAfterMs, chance);
  // Whoever tries an endpoint out looks at the answer now, not in three days.
  const once = delivery.eventType === TEST_TYPE;
  if (delay === null || result.gone || once) return { state: 'failed', nextAttemptAt: null } as const;
  return { state: 'pending', nextAttemptAt: new Date(now.getTime() + delay) } as const;
}

async function deliver(
  endpoint: SendingEndpoint,
  delivery: ClaimedDelivery,
  allowInner: boolean,
  { clock, signal, chance = () => randomInt(1_000_000) / 1_000_000 }: SendOptions,
): Promise<void> {
  const startedAt = clock();
  const start = performance.now();
  const result = await tryDelivery(endpoint, delivery, allowInner, startedAt, signal);
  const now = clock();
  const stopped = !result.ok && result.status === null && signal?.aborted === true;
  const next = planNext(delivery, result, now, stopped, chance());
  await querySql(getPool(), RECORD, [
    delivery.id,
    delivery.attempts,
    startedAt.toISOString(),
    Math.round(performance.now() - start),
    result.status,
    stopped ? 'Broken off, as the worker was stopped' : result.error,
    JSON.stringify(result.requestHeaders),
    result.response,
    next.state,
    next.nextAttemptAt?.toISOString() ?? null,
    result.ok,
    endpoint.id,
    stopped ? 1 : 0,
  ]);
  if (result.ok || stopped) return;
  if (result.gone) await disableEndpoint(endpoint, 'It answered 410: gone', now);
  else if (endpoint.failingSince && now.getTime() - endpoint.failingSince.getTime() >= DISABLE_AFTER_MS) {
    const days = Math.round(DISABLE_AFTER_MS / 86_400_000);
    await disableEndpoint(endpoint, `Nothing but failures for ${days} days. The last: ${result.error}`, now);
  }
}

/** The tries that this process has under way. */
class InFlight {
  private readonly tries = new Set<Promise<void>>();
  private readonly byEndpoint = new Map<string, number>();

  get size(): number {
    return this.tries.size;
  }

  /** How many tries may begin at each endpoint; those that have fewest under way come first. */
  slots(endpoints: readonly SendingEndpoint[]): { id: string; slots: number }[] {
    let left = MOST_IN_FLIGHT - this.tries.size;
    return endpoints
      .map(({ id }) => ({ id, busy: this.byEndpoint.get(id) ?? 0 }))
      .sort((a, b) => a.busy - b.busy)
      .flatMap(({ id, busy }) => {
        const slots = Math.min(left, MOST_PER_ENDPOINT - busy);
        left -= Math.max(0, slots);
        return slots > 0 ? [{ id, slots }] : [];
      });
  }

  add(endpointId: string, work: Promise<void>): void {
    this.byEndpoint.set(endpointId, (this.byEndpoint.get(endpointId) ?? 0) + 1);
    const done = work
      .catch((error: unknown) => logger.error('A delivery could not be written down', { error }))
      .finally(() => {
        this.tries.delete(done);
        this.byEndpoint.set(endpointId, (this.byEndpoint.get(endpointId) ?? 1) - 1);
      });
    this.tries.add(done);
  }

  /** Until a try is over, or it is time to look for new work. */
  async settle(): Promise<void> {
    const look = new AbortController();
    const timer = wait(LOOK_MS, undefined, { signal: look.signal }).catch(() => undefined);
    await Promise.race([...this.tries, timer]);
    look.abort();
  }

  async drain(): Promise<void> {
    await Promise.all(this.tries);
  }
}

async function claim(free: readonly { id: string; slots: number }[], now: Date) {
  if (free.length === 0) return [];
  return querySql<ClaimedDelivery>(getPool(), CLAIM, [
    free.map(({ id }) => id),
    free.map((one) => one.slots),
    now.toISOString(),
    new Date(now.getTime() + LEASE_MS).toISOString(),
  ]);
}

/** Begins the tries that are due; how many there were. */
async function beginTries(inFlight: InFlight, options: SendOptions): Promise<number> {
  const [endpoints, network] = await Promise.all([listActiveEndpoints(), readNetwork()]);
  const claimed = await claim(inFlight.slots(endpoints), options.clock());
  const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
  for (const delivery of claimed) {
    const endpoint = byId.get(delivery.endpointId);
    if (endpoint)
      inFlight.add(endpoint.id, deliver(endpoint, delivery, network.allowPrivateAddresses, options));
  }
  return claimed.length;
}

// A slow receiver must not take up all of a worker's places: a process sends in one of them, whatever there is to send.
let running = false;
let askedAgain = false;

/**
 * Sends what is in the outbox and what is due to be tried again, until nothing is; then has the next look planned. Any
 * number of processes may do this at once. Asked while this process is at it, it returns at once: the one that is at it
 * sends that too.
 *
 * @returns how many tries were begun.
 */
export async function sendEvents(options: SendOptions): Promise<number> {
  askedAgain = true;
  if (running) return 0;
  running = true;
  const inFlight = new InFlight();
  let tries = 0;
  let gatherAt: Date | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  try {
    while (!options.signal?.aborted) {
      // Between two tries of many the outbox need not be looked at.
      if (askedAgain || inFlight.size === 0 || performance.now() - lookedAt > LOOK_MS) {
        askedAgain = false;
        while ((await dispatchOutbox(options.clock())) === DISPATCH_BATCH);
        gatherAt = await gatherNotices(options.clock());
        lookedAt = performance.now();
      }
      const begun = await beginTries(inFlight, options);
      tries += begun;
      if (inFlight.size > 0) await inFlight.settle();
      else if (begun === 0 && !askedAgain) {
        await planNextSend(gatherAt);
        if (!askedAgain) break;
      }
    }
  } finally {
    await inFlight.drain();
    running = false;
  }
  return tries;
}

async function planNextSend(gatherAt: Date | null): Promise<void> {
  const pool = getPool();
  const [next] = await querySql<{ at: Date | null }>(
    pool,
    `SELECT min(d."at") AS "at" FROM "WebhookEndpoint" e, LATERAL (
       SELECT min("nextAttemptAt") AS "at" FROM "Delivery" WHERE "endpointId" = e."id" AND "state" = 'pending') d
     WHERE e."active"`,
  );
  const instants = [next?.at, gatherAt].filter((at) => at !== null && at !== undefined);
  if (instants.length === 0) return;
  const runAt = new Date(Math.min(...instants.map((at) => at.getTime())));
  await addJob(pool, SEND_TASK, {}, { key: `${SEND_TASK}-due`, runAt });
}
