import { randomBytes } from 'node:crypto';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import { nameEventType } from '@/lib/events/name-event-type';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { addJob } from '@/lib/server/jobs';
import { inTransaction, querySql } from '@/lib/server/sql';
import { EVENT_NAME_LOCK, EVENT_NAMES_SETTING } from './constants';
import type { CreateSource, MapEventName } from './schema';

/** A source that was just made. */
export interface NewSource {
  id: string;
  name: string;
  writeKey: string;
}

/**
 * Connects a site or server.
 *
 * @throws AppError `conflict` when a source has the name already.
 */
export async function createSource(actor: Actor<'sources:manage'>, input: CreateSource): Promise<NewSource> {
  return insertSource(actor, input);
}

/** The same for whoever sits at the command line, and so needs no account. */
export async function createSourceByCommand(input: CreateSource): Promise<NewSource> {
  return insertSource(null, input);
}

async function insertSource(
  user: Actor<'sources:manage'> | null,
  { name, origins }: CreateSource,
): Promise<NewSource> {
  const writeKey = randomBytes(24).toString('base64url');
  return getDb().$transaction(async (tx) => {
    const [made] = await querySql<NewSource>(
      tx,
      `INSERT INTO "Source" ("id", "name", "writeKey", "origins", "createdById")
       VALUES (uuidv7(), $1, $2, $3::text[], $4::uuid)
       ON CONFLICT ("name") DO NOTHING RETURNING "id", "name", "writeKey"`,
      [name, writeKey, origins, user?.id ?? null],
    );
    if (!made) throw new AppError('conflict', `There is a source “${name}” already. Choose another name.`);
    await writeAudit(tx, {
      user,
      actor: 'command line',
      action: 'source.created',
      subject: `source:${made.id}`,
      details: { name, origins },
    });
    return made;
  });
}

/**
 * Ends a source: within seconds nothing with its write key is taken any more. What it sent stays.
 *
 * @throws AppError `not_found`; `conflict` when it was ended before.
 */
export async function revokeSource(actor: Actor<'sources:manage'>, sourceId: string): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const source = await holdSource(tx, sourceId);
    if (!source.active) throw new AppError('conflict', 'This source was ended before.');
    await tx.source.update({ where: { id: sourceId }, data: { active: false } });
    await writeAudit(tx, {
      user: actor,
      action: 'source.revoked',
      subject: `source:${sourceId}`,
      details: { name: source.name },
    });
  });
}

/**
 * Says from which origins' pages a source may send; none: only servers may.
 *
 * @throws AppError `not_found`.
 */
export async function setOrigins(
  actor: Actor<'sources:manage'>,
  { sourceId, origins }: { sourceId: string; origins: string[] },
): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const source = await holdSource(tx, sourceId);
    if (source.origins.join(' ') === origins.join(' ')) return;
    await tx.source.update({ where: { id: sourceId }, data: { origins } });
    await writeAudit(tx, {
      user: actor,
      action: 'source.origins_changed',
      subject: `source:${sourceId}`,
      details: { name: source.name, before: { origins: source.origins }, after: { origins } },
    });
  });
}

async function holdSource(
  tx: Db,
  sourceId: string,
): Promise<{ name: string; origins: string[]; active: boolean }> {
  const [source] = await querySql<{ name: string; origins: string[]; active: boolean }>(
    tx,
    'SELECT "name", "origins", "active" FROM "Source" WHERE "id" = $1::uuid FOR UPDATE',
    [sourceId],
  );
  if (!source) throw new AppError('not_found', 'There is no such source.');
  return source;
}

/**
 * Has events of a name be of a type from now on, and those stored before restated by a job, with the scores they bear
 * on.
 *
 * @throws AppError `not_found` when there is no such type.
 */
export async function mapEventName(
  actor: Actor<'rubric:write'>,
  { name, type }: MapEventName,
): Promise<void> {
  await getDb().$transaction(async (tx) => {
    // Whoever stores events holds it shared: after it no event is stored by the names of before.
    await querySql(tx, 'SELECT pg_advisory_xact_lock($1::bigint)::text AS "locked"', [EVENT_NAME_LOCK]);
    await ensureType(tx, type);
    const [before] = await querySql<{ key: string }>(
      tx,
      `UPDATE "EventType" SET "aliases" = ARRAY(
         SELECT alias FROM unnest("aliases") AS alias WHERE lower(alias) <> lower($1))
       WHERE EXISTS (SELECT FROM unnest("aliases") AS alias WHERE lower(alias) = lower($1)) RETURNING "key"`,
      [name],
    );
    await querySql(
      tx,
      'UPDATE "EventType" SET "aliases" = coalesce("aliases", \'{}\') || $1::text WHERE "key" = $2',
      [name, type],
    );
    await writeAudit(tx, {
      user: actor,
      action: 'event_name.mapped',
      subject: `event_name:${name}`,
      details: { name, before: { type: before?.key ?? null }, after: { type } },
    });
    await tx.setting.upsert({
      where: { key: EVENT_NAMES_SETTING },
      create: { key: EVENT_NAMES_SETTING, value: {} },
      update: { value: {} },
    });
    await addJob(tx, 'restate-events', { name, type });
  });
}

async function ensureType(tx: Db, type: string): Promise<void> {
  const standard = STANDARD_EVENT_TYPES.find(({ key }) => key === type);
  if (standard) {
    await querySql(
      tx,
      `INSERT INTO "EventType" ("key", "label", "standard", "aliases") VALUES ($1, $2, true, '{}') ON CONFLICT ("key") DO NOTHING`,
      [standard.key, standard.label],
    );
  }
  const known = await tx.eventType.findUnique({ where: { key: type }, select: { key: true } });
  if (!known) throw new AppError('not_found', `There is no event type “${type}”.`);
}

/** Events looked at in one transaction. */
const EVENTS_PER_PAGE = 20_000;

/** $1: the name, $2: the type, $3: the type that the name had for itself, null for a standard one, $4: the event after which the page begins. */
const RESTATE = `
  WITH page AS (
    SELECT e."id", e."type", e."name" FROM "Event" e WHERE e."id" > $4::uuid ORDER BY e."id" LIMIT ${EVENTS_PER_PAGE}),
  restated AS (
    UPDATE "Event" e SET "type" = $2, "name" = CASE WHEN $1 = $2 THEN NULL ELSE coalesce(e."name", $1) END
    FROM page p WHERE e."id" = p."id" AND p."type" <> $2
      AND (lower(p."name") = lower($1) OR (p."name" IS NULL AND p."type" = $3))
    RETURNING e."leadId", e."companyId")
  SELECT (SELECT "id" FROM page ORDER BY "id" DESC LIMIT 1) AS "last", (SELECT count(*)::int FROM restated) AS "events",
    ARRAY(SELECT DISTINCT "leadId" FROM restated WHERE "leadId" IS NOT NULL) AS "leadIds",
    ARRAY(SELECT DISTINCT "companyId" FROM restated WHERE "leadId" IS NULL AND "companyId" IS NOT NULL) AS "companyIds"`;

interface RestatedPage {
  last: string | null;
  events: number;
  leadIds: string[];
  companyIds: string[];
  [column: string]: unknown;
}

/**
 * Gives stored events of a name the type it is mapped to, page by page, and has the scores restated that they bear on.
 * May be begun anew at any time.
 *
 * @returns how many events it changed.
 */
export async function restateEvents({ name, type }: MapEventName, signal?: AbortSignal): Promise<number> {
  const slug = nameEventType(name);
  const own = STANDARD_EVENT_TYPES.some(({ key }) => key === slug) ? null : slug;
  let [after, events]: [string | null, number] = ['00000000-0000-0000-0000-000000000000', 0];
  while (after !== null && !signal?.aborted) {
    const from: string = after;
    const page: RestatedPage | undefined = await inTransaction(async (tx) => {
      const [row] = await querySql<RestatedPage>(tx, RESTATE, [name, type, own, from]);
      if (row) await enqueueRescore(tx, { leadIds: row.leadIds, companyIds: row.companyIds, cause: 'event' });
      return row;
    });
    after = page?.last ?? null;
    events += page?.events ?? 0;
  }
  signal?.throwIfAborted();
  return events;
}
