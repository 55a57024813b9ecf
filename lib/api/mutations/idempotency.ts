import { AppError } from '@/lib/server/errors';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { ANSWER_KEPT_MS, REQUEST_DEAD_AFTER_MS } from '../constants';

/** A request that shows an `Idempotency-Key`. */
export interface Claim {
  apiKeyId: string;
  key: string;
  /** Of method, address and body: the same key may not be used for another request. */
  requestHash: string;
  /** When this try of it began. */
  startedAt: Date;
}

/** An answer as it goes out. */
export interface KeptAnswer {
  status: number;
  location: string | null;
  /** JSON; null when there is no body. */
  body: string | null;
}

interface Kept {
  requestHash: string;
  status: number | null;
  location: string | null;
  body: string | null;
}

const CLAIM = `
  INSERT INTO "IdempotentRequest" ("apiKeyId", "key", "requestHash", "startedAt") VALUES ($1::uuid, $2, $3, $4::timestamptz)
  ON CONFLICT ("apiKeyId", "key") DO UPDATE
    SET "requestHash" = excluded."requestHash", "startedAt" = excluded."startedAt", "status" = NULL, "location" = NULL,
      "body" = NULL
    WHERE "IdempotentRequest"."startedAt" < $5::timestamptz
      OR ("IdempotentRequest"."status" IS NULL AND "IdempotentRequest"."startedAt" < $6::timestamptz
        AND "IdempotentRequest"."requestHash" = excluded."requestHash")
  RETURNING "key"`;

const FORGET = `
  DELETE FROM "IdempotentRequest" WHERE ("apiKeyId", "key") IN (
    SELECT "apiKeyId", "key" FROM "IdempotentRequest" WHERE "startedAt" < $1::timestamptz LIMIT 100 FOR UPDATE SKIP LOCKED)`;

/**
 * Claims a key for a request that is about to be carried out.
 *
 * @returns null when the request is to be carried out now; else the answer it was given before.
 * @throws AppError `unprocessable` when the key was used for another request, `conflict` when the same is under way.
 */
export async function claimRequest(client: SqlClient, claim: Claim): Promise<KeptAnswer | null> {
  const { apiKeyId, key, requestHash, startedAt } = claim;
  const now = startedAt.getTime();
  const expired = new Date(now - ANSWER_KEPT_MS);
  const dead = new Date(now - REQUEST_DEAD_AFTER_MS);
  const claimed = await querySql(client, CLAIM, [apiKeyId, key, requestHash, startedAt, expired, dead]);
  if (claimed.length > 0) {
    await querySql(client, FORGET, [expired]);
    return null;
  }
  const [kept] = await querySql<Kept>(
    client,
    'SELECT "requestHash", "status", "location", "body" FROM "IdempotentRequest" WHERE "apiKeyId" = $1::uuid AND "key" = $2',
    [apiKeyId, key],
  );
  if (kept && kept.requestHash !== requestHash) {
    throw new AppError('unprocessable', 'This Idempotency-Key was used for another request.', [
      { path: 'Idempotency-Key', message: 'Used for another request in the last 24 hours; make a new one' },
    ]);
  }
  if (!kept || kept.status === null) {
    const message = 'A request with this Idempotency-Key is under way. Ask again in a moment.';
    throw new AppError('conflict', message, [{ path: 'Idempotency-Key', message }], 1);
  }
  return { status: kept.status, location: kept.location, body: kept.body };
}

/**
 * Keeps the answer to a claimed request; in the transaction that carries it out, where there is one, so that it is never
 * carried out without being answered the same ever after.
 *
 * @throws AppError `conflict` when the claim was taken over meanwhile, as this try seemed dead.
 */
export async function keepAnswer(client: SqlClient, claim: Claim, answer: KeptAnswer): Promise<void> {
  const kept = await querySql(
    client,
    `UPDATE "IdempotentRequest" SET "status" = $4::smallint, "location" = $5, "body" = $6
     WHERE "apiKeyId" = $1::uuid AND "key" = $2 AND "startedAt" = $3::timestamptz AND "status" IS NULL RETURNING "key"`,
    [claim.apiKeyId, claim.key, claim.startedAt, answer.status, answer.location, answer.body],
  );
  if (kept.length > 0) return;
  throw new AppError('conflict', 'This request took too long, and was carried out by another try of it.');
}

/** Gives a claim up, when the request could not be carried out and may be tried again. */
export async function releaseClaim(client: SqlClient, claim: Claim): Promise<void> {
  await querySql(
    client,
    `DELETE FROM "IdempotentRequest"
     WHERE "apiKeyId" = $1::uuid AND "key" = $2 AND "startedAt" = $3::timestamptz AND "status" IS NULL`,
    [claim.apiKeyId, claim.key, claim.startedAt],
  );
}
