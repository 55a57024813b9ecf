import { z } from 'zod';
import { compileRubric, type CompiledIntent, type CompiledRubric } from '@/lib/scoring/compile-rubric';
import { parseRubric } from '@/lib/scoring/rubric';
import type { Rubric } from '@/lib/scoring/types';
import type { RubricState } from '@/lib/generated/prisma/enums';
import { getDb, getPool } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { buildLists, LISTS_SETTING } from '@/lib/settings/domain-lists';
import { activeRubric, joinSwitchedOff, type RubricDraft } from './rubric-draft';
import { switchedOffSchema } from './schema';

/** A rubric ready to score leads with, and what of their events it looks at. */
export interface UsableRubric {
  compiled: CompiledRubric;
  /** The event types that its criteria count; null when one counts any type. */
  eventTypes: readonly string[] | null;
  /** The types that they count of a lead's colleagues and its company; empty when no criterion has company scope. */
  companyEventTypes: readonly string[] | null;
}

/** The rubric that scores the leads, ready for use. */
export interface LiveRubric extends UsableRubric {
  versionId: string;
  number: number;
}

interface LiveKey {
  id: string;
  number: number;
  listsRevision: string;
}

interface Kept extends LiveKey {
  live: LiveRubric;
}

// A version never changes, so what was compiled stays right until another version is live or the lists are edited.
let kept: Kept | undefined;

/**
 * The live rubric, compiled; null while there is none. A process compiles a version once.
 *
 * @param client a transaction, when the answer has to be that of its snapshot.
 */
export async function findLiveRubric(client: SqlClient = getPool()): Promise<LiveRubric | null> {
  const [key] = await querySql<LiveKey>(
    client,
    `SELECT v."id", v."number",
       coalesce((SELECT s."updatedAt"::text FROM "Setting" s WHERE s."key" = $1), '') AS "listsRevision"
     FROM "RubricVersion" v WHERE v."live"`,
    [LISTS_SETTING],
  );
  if (!key) return null;
  if (kept?.id === key.id && kept.listsRevision === key.listsRevision) return kept.live;
  const live = await compileLive(client, key);
  kept = { ...key, live };
  return live;
}

/** How many versions besides the live one are kept compiled. */
const KEPT_VERSIONS = 20;

// A published version never changes.
const keptVersions = new Map<string, CompiledRubric>();

/**
 * Published versions, compiled, to read what was scored by them; those that are not there are left out. The lists they
 * were compiled with may have been edited since: conditions are not to be asked again.
 */
export async function findPublishedVersions(
  client: SqlClient,
  ids: Iterable<string>,
): Promise<Map<string, CompiledRubric>> {
  if (keptVersions.size > KEPT_VERSIONS) keptVersions.clear();
  const wanted = [...new Set(ids)];
  const missing = wanted.filter((id) => !keptVersions.has(id));
  const rows =
    missing.length === 0
      ? []
      : await querySql<{ id: string; document: unknown }>(
          client,
          `SELECT v."id", v."document" FROM "RubricVersion" v WHERE v."id" = ANY($1::uuid[]) AND v."state" <> 'draft'`,
          [missing],
        );
  for (const { id, document } of rows) keptVersions.set(id, compileRubric(readDocument(document, id)));
  const found = wanted.flatMap((id): [string, CompiledRubric][] => {
    const compiled = keptVersions.get(id);
    return compiled ? [[id, compiled]] : [];
  });
  return new Map(found);
}

async function compileLive(client: SqlClient, key: Omit<LiveKey, 'listsRevision'>): Promise<LiveRubric> {
  const [row] = await querySql<{ document: unknown; lists: unknown }>(
    client,
    `SELECT v."document", (SELECT s."value" FROM "Setting" s WHERE s."key" = $2) AS "lists"
     FROM "RubricVersion" v WHERE v."id" = $1::uuid`,
    [key.id, LISTS_SETTING],
  );
  const usable = makeUsable(readDocument(row?.document, key.id), row?.lists);
  return { versionId: key.id, number: key.number, ...usable };
}

// For as long as somebody holds the document.
const keptDocuments = new WeakMap<Rubric, { listsRevision: string; usable: UsableRubric }>();

/**
 * A document that need not be stored, with the lists of now: what a draft would score. The same object is compiled again
 * only when the lists were edited.
 */
export async function compileDocument(
  document: Rubric,
  client: SqlClient = getPool(),
): Promise<UsableRubric> {
  const [row] = await querySql<{ lists: unknown; revision: string }>(
    client,
    'SELECT s."value" AS "lists", s."updatedAt"::text AS "revision" FROM "Setting" s WHERE s."key" = $1',
    [LISTS_SETTING],
  );
  const listsRevision = row?.revision ?? '';
  const known = keptDocuments.get(document);
  if (known?.listsRevision === listsRevision) return known.usable;
  const usable = makeUsable(document, row?.lists);
  keptDocuments.set(document, { listsRevision, usable });
  return usable;
}

function makeUsable(document: Rubric, lists: unknown): UsableRubric {
  const compiled = compileRubric(document, buildLists(lists ?? undefined));
  return {
    compiled,
    eventTypes: listTypes(compiled.intent),
    companyEventTypes: listTypes(compiled.intent.filter(({ scope }) => scope === 'company')),
  };
}

function listTypes(intent: readonly CompiledIntent[]): readonly string[] | null {
  if (intent.some(({ types }) => types === null)) return null;
  return [...new Set(intent.flatMap(({ types }) => [...(types ?? [])]))];
}

/**
 * Reads a stored document, which was checked before it was stored.
 *
 * @throws Error when it no longer fits the format: the database was edited by hand, or the format has moved on.
 */
export function readDocument(document: unknown, versionId: string): Rubric {
  const parsed = parseRubric(document);
  if (parsed.ok) return parsed.rubric;
  const faults = parsed.issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new Error(`Rubric version ${versionId} does not fit the format: ${faults}`);
}

export interface RubricVersionSummary {
  id: string;
  number: number;
  state: RubricState;
  live: boolean;
  note: string | null;
  publishedAt: Date | null;
  publishedBy: string | null;
  /** When it began to run as challenger, if it ever did. */
  shadowedAt: Date | null;
}

/** Every published version, newest first. */
export async function listRubricVersions(): Promise<RubricVersionSummary[]> {
  return querySql<RubricVersionSummary>(
    getPool(),
    `SELECT v."id", v."number", v."state"::text, v."live", v."note", v."publishedAt", v."shadowedAt", u."name" AS "publishedBy"
     FROM "RubricVersion" v LEFT JOIN "User" u ON u."id" = v."publishedById"
     WHERE v."state" <> 'draft' ORDER BY coalesce(v."publishedAt", v."shadowedAt") DESC, v."number" DESC`,
  );
}

export interface RubricDocument {
  id: string;
  number: number;
  state: RubricState;
  live: boolean;
  /** The version that it was edited from. */
  baseId: string | null;
  revision: number;
  note: string | null;
  publishedAt: Date | null;
  shadowedAt: Date | null;
  document: Rubric;
  /** The document with what is switched off in its place. */
  draft: RubricDraft;
  /** Why criteria are worth what they are, by id, where something says so. */
  reasons: Readonly<Record<string, string>>;
}

const DOCUMENT = {
  id: true,
  number: true,
  state: true,
  live: true,
  baseId: true,
  revision: true,
  note: true,
  publishedAt: true,
  shadowedAt: true,
  document: true,
  switchedOff: true,
  reasons: true,
} as const;

const reasonsSchema = z.record(z.string(), z.string()).catch({});

type DocumentRow = Omit<RubricDocument, 'document' | 'draft' | 'reasons'> &
  Record<'document' | 'switchedOff' | 'reasons', unknown>;

/** A stored version with what is switched off of it in its place. */
export function readDraft(row: { id: string; document: unknown; switchedOff: unknown }): RubricDraft {
  return joinSwitchedOff(readDocument(row.document, row.id), switchedOffSchema.parse(row.switchedOff));
}

function readRow({ document, switchedOff, reasons, ...row }: DocumentRow): RubricDocument {
  const draft = readDraft({ id: row.id, document, switchedOff });
  return { ...row, document: activeRubric(draft), draft, reasons: reasonsSchema.parse(reasons ?? {}) };
}

/** One version with its document, or null. */
export async function findRubricVersion(id: string): Promise<RubricDocument | null> {
  const row = await getDb().rubricVersion.findUnique({ where: { id }, select: DOCUMENT });
  return row && readRow(row);
}

/** A version that was published, by its number, with its document; or null. */
export async function findPublishedVersion(number: number): Promise<RubricDocument | null> {
  const row = await getDb().rubricVersion.findFirst({
    where: { number, state: { not: 'draft' }, rubric: { versions: { some: { live: true } } } },
    select: DOCUMENT,
  });
  return row && readRow(row);
}

/** The live version with its document, or null. */
export async function findLiveVersion(): Promise<RubricDocument | null> {
  const row = await getDb().rubricVersion.findFirst({ where: { live: true }, select: DOCUMENT });
  return row && readRow(row);
}

/** The draft that is being edited, or null. */
export async function findDraft(): Promise<RubricDocument | null> {
  const row = await getDb().rubricVersion.findFirst({
    where: { state: 'draft', rubric: { versions: { some: { live: true } } } },
    select: DOCUMENT,
  });
  return row && readRow(row);
}

/** The version that runs in shadow beside the live one, with its document, or null. */
export async function findChallenger(): Promise<RubricDocument | null> {
  const row = await getDb().rubricVersion.findFirst({
    where: { state: 'published', live: false, rubric: { versions: { some: { live: true } } } },
    select: DOCUMENT,
  });
  return row && readRow(row);
}

/** Who had the rubric in hand last. */
export interface Touch {
  name: string;
  /** In milliseconds. */
  at: number;
  /** Whether that is the reader, in another window. */
  own: boolean;
}

/**
 * Who saved or discarded the draft last, or published the live version since, as the audit log has it; null when it says
 * nothing of it any more.
 */
export async function findLastTouch(liveNumber: number, readerId: string): Promise<Touch | null> {
  const entry = await getDb().auditEntry.findFirst({
    where: { subject: { in: ['rubric:draft', `rubric:${liveNumber}`] } },
    orderBy: { at: 'desc' },
    select: { actor: true, at: true, userId: true },
  });
  return entry && { name: entry.actor, at: entry.at.getTime(), own: entry.userId === readerId };
}
