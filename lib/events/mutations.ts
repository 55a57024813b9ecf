import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { noteEdits } from '@/lib/edits/mutations';
import { followMerges } from '@/lib/leads/mutations/follow-merges';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { loadRecentMail } from './data';
import { findWindows } from './find-windows';
import { quarantineEvents } from './quarantine-events';
import type { JudgedEvent, NewEvent } from './types';

export interface StoredEvents {
  /** Ids of the events that were not there yet, by their message id. */
  inserted: Set<string>;
  /** Leads and, for signals, companies whose scores are touched: by events that count, or no longer do. */
  leadIds: Set<string>;
  companyIds: Set<string>;
}

/**
 * Stores events, the one door for them all: those that no person did are kept with the reason and not counted, and
 * events stored before that these show to be a program's are set aside with them. Events that are there already, by
 * their message id, stay as they are. Scores are the caller's: `enqueueRescore` once per transaction with what comes back.
 */
export async function storeEvents(
  tx: SqlClient,
  given: readonly NewEvent[],
  { receivedAt, importId }: { receivedAt: Date; importId: string | null },
): Promise<StoredEvents> {
  const stored: StoredEvents = { inserted: new Set(), leadIds: new Set(), companyIds: new Set() };
  if (given.length === 0) return stored;
  const survivors = await followMerges(
    tx,
    given.flatMap(({ leadId }) => leadId ?? []),
  );
  const events = survivors.size === 0 ? given : given.map((event) => follow(event, survivors));
  const fresh = events.map(toJudged);
  const reasons = quarantineEvents(fresh, await loadRecentMail(tx, findWindows(fresh)));
  const rows = events.map((event) =>
    reasons.has(event.id) ? { ...event, filteredAs: reasons.get(event.id) } : event,
  );
  const inserted = await querySql<{ id: string }>(tx, INSERT, [JSON.stringify(rows), receivedAt, importId]);
  stored.inserted = new Set(inserted.map(({ id }) => id));
  const counting = events.filter(({ id }) => stored.inserted.has(id) && !reasons.has(id));
  const touched = await setAside({ tx, importId }, events, reasons);
  for (const { leadId, companyId } of [...counting, ...touched]) {
    if (leadId) stored.leadIds.add(leadId);
    else if (companyId) stored.companyIds.add(companyId);
  }
  return stored;
}

interface Owner {
  id: string;
  leadId: string | null;
  companyId: string | null;
}

function follow(event: NewEvent, survivors: ReadonlyMap<string, string>): NewEvent {
  return { ...event, leadId: event.leadId && (survivors.get(event.leadId) ?? event.leadId) };
}

/** Sets aside events that were stored before, as the new ones show that no person did them; answers whose they are. */
async function setAside(
  place: { tx: SqlClient; importId: string | null },
  fresh: readonly NewEvent[],
  reasons: ReadonlyMap<string, string>,
): Promise<Owner[]> {
  const freshIds = new Set(fresh.map(({ id }) => id));
  const late = [...reasons].filter(([id]) => !freshIds.has(id)).map(([id, reason]) => ({ id, reason }));
  if (late.length === 0) return [];
  const touched = await querySql<Owner>(place.tx, SET_ASIDE, [JSON.stringify(late)]);
  await noteEdits(
    place,
    touched.map(({ id }) => ({
      entity: 'event' as const,
      entityId: id,
      before: {},
      after: { filteredAs: reasons.get(id) },
    })),
  );
  return touched;
}

function toJudged({ id, messageId, leadId, companyId, type, at, properties }: NewEvent): JudgedEvent {
  const instant = Date.parse(at);
  return {
    id,
    messageId,
    leadId,
    companyId,
    type,
    at: instant,
    properties,
    filteredAs: null,
    restored: false,
  };
}

/** $1: events as a JSON array, $2: when they came, $3: the import they came with. */
const INSERT = `
  INSERT INTO "Event" ("id", "messageId", "leadId", "companyId", "type", "at", "properties", "source", "filteredAs",
    "anonymousId", "name", "receivedAt", "importId")
  SELECT r."id", r."messageId", r."leadId", r."companyId", r."type", r."at", r."properties", r."source", r."filteredAs",
    r."anonymousId", r."name", $2::timestamptz, $3::uuid
  FROM jsonb_to_recordset($1::jsonb) AS r("id" uuid, "messageId" text, "leadId" uuid, "companyId" uuid,
    "type" text, "at" timestamptz, "properties" jsonb, "source" text, "filteredAs" text, "anonymousId" text,
    "name" text)
  ON CONFLICT ("messageId") DO NOTHING RETURNING "id"`;

/** Sets stored events aside, but for those a person decided on meanwhile. $1: ids with reasons as a JSON array. */
const SET_ASIDE = `
  UPDATE "Event" e SET "filteredAs" = r."reason"
  FROM jsonb_to_recordset($1::jsonb) AS r("id" uuid, "reason" text)
  WHERE e."id" = r."id" AND e."filteredAs" IS NULL AND e."restoredFrom" IS NULL
  RETURNING e."id", e."leadId", e."companyId"`;

const COUNT_ONE = `
  UPDATE "Event" SET "restoredFrom" = "filteredAs", "filteredAs" = NULL
  WHERE "id" = $1::uuid AND "filteredAs" IS NOT NULL
  RETURNING "id", "leadId", "companyId", "type", "restoredFrom" AS "reason"`;

const DISCOUNT_ONE = `
  UPDATE "Event" SET "filteredAs" = "restoredFrom", "restoredFrom" = NULL
  WHERE "id" = $1::uuid AND "restoredFrom" IS NOT NULL
  RETURNING "id", "leadId", "companyId", "type", "filteredAs" AS "reason"`;

const COUNT_REASON = `
  UPDATE "Event" SET "restoredFrom" = "filteredAs", "filteredAs" = NULL
  WHERE "filteredAs" = $1 AND "filteredAs" IS NOT NULL
  RETURNING "id", "leadId", "companyId"`;

/**
 * Has an event that a rule set aside counted, or takes that back; the scores it bears on restate themselves. A person's
 * decision stands: no rule sets the event aside again.
 *
 * @throws AppError `conflict` when the event is not in the state that this changes: someone else was faster.
 */
export async function decideEvent(
  actor: Actor<'events:decide'>,
  { eventId, counts }: { eventId: string; counts: boolean },
): Promise<{ leadId: string | null }> {
  return getDb().$transaction(async (tx) => {
    const rows = await querySql<Owner & { type: string; reason: string }>(
      tx,
      counts ? COUNT_ONE : DISCOUNT_ONE,
      [eventId],
    );
    const [event] = rows;
    if (!event) {
      const stands = counts ? 'The event counts already.' : 'The event is not one that was restored.';
      throw new AppError('conflict', `${stands} Reload to see it as it is.`);
    }
    await writeAudit(tx, {
      user: actor,
      action: counts ? 'event.restored' : 'event.set_aside',
      subject: event.leadId ? `lead:${event.leadId}` : `company:${event.companyId ?? ''}`,
      details: { event: event.id, type: event.type, reason: event.reason },
    });
    await restateScores(tx, rows);
    return { leadId: event.leadId };
  });
}

/**
 * Has every event that was set aside for a reason counted.
 *
 * @returns how many events, and of how many leads.
 */
export async function restoreReason(
  actor: Actor<'rubric:write'>,
  reason: string,
): Promise<{ events: number; leads: number }> {
  return getDb().$transaction(
    async (tx) => {
      const rows = await querySql<Owner>(tx, COUNT_REASON, [reason]);
      if (rows.length === 0) return { events: 0, leads: 0 };
      const leads = new Set(rows.map(({ leadId }) => leadId).filter((id) => id !== null)).size;
      await writeAudit(tx, {
        user: actor,
        action: 'event.all_restored',
        subject: `reason:${reason}`,
        details: { events: rows.length, leads },
      });
      await restateScores(tx, rows);
      return { events: rows.length, leads };
    },
    { timeout: 60_000 },
  );
}

async function restateScores(tx: Db, rows: readonly Owner[]): Promise<void> {
  const leadIds = [...new Set(rows.flatMap(({ leadId }) => leadId ?? []))];
  const companyIds = [...new Set(rows.flatMap(({ leadId, companyId }) => (leadId ? [] : (companyId ?? []))))];
  await enqueueRescore(tx, { leadIds, companyIds, cause: 'restore' });
}
