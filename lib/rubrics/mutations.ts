import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import type { Authority } from '@/lib/auth/key-actor';
import { Prisma, type RubricVersion } from '@/lib/generated/prisma/client';
import { publishEvents } from '@/lib/outbox/mutations';
import type { Rubric } from '@/lib/scoring/types';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { addJob } from '@/lib/server/jobs';
import { announce } from '@/lib/server/notify';
import { querySql } from '@/lib/server/sql';
import { buildLists, LISTS_SETTING } from '@/lib/settings/domain-lists';
import { toPlainJson } from '@/lib/settings/schema';
import type { RubricMark } from '@/lib/stream/types';
import { addEventCriterion } from './add-event-criterion';
import { noteCompetitors, readCompetitors, withCompetitors } from './competitors';
import { DRAFT_NUMBER, LOCKS, RUBRIC_CHANNEL } from './constants';
import { findDraft, findLiveVersion, readDraft } from './data';
import { describeChanges } from './describe-change';
import { listDraftChanges } from './list-changes';
import { activeRubric } from './rubric-draft';
import {
  toDocument,
  type announceEditingSchema,
  type countEventSchema,
  type publishSchema,
  type saveCompetitorsSchema,
  type saveDraftSchema,
} from './schema';
import { B2B_SAAS_TEMPLATE } from './templates/b2b-saas';

const MOVED_ON = 'Someone else changed the rubric meanwhile. Reload to see it, then make your edit again.';

/**
 * Publishes a template as the first rubric when there is none yet, so that leads have a score from the first import on.
 *
 * @returns the version's id, or null when a rubric was there.
 */
export async function createFirstRubric(
  now: Date,
  document: Rubric = B2B_SAAS_TEMPLATE,
): Promise<string | null> {
  return getDb().$transaction(async (tx) => {
    await lockFacts(tx);
    if (await tx.rubric.findFirst({ select: { id: true } })) return null;
    const rubric = await tx.rubric.create({ data: { name: document.name, createdAt: now } });
    const version = await tx.rubricVersion.create({
      data: {
        rubricId: rubric.id,
        number: 1,
        state: 'published',
        live: true,
        document: toDocument(document),
        note: 'The template that comes with Leadgrid.',
        createdAt: now,
        publishedAt: now,
      },
    });
    await addJob(tx, 'rescore-all', {}, { key: 'rescore-all' });
    await writeAudit(tx, { user: null, action: 'rubric.published', subject: 'rubric:1' });
    return version.id;
  });
}

/** Waits for the changes of facts under way, and keeps new ones waiting until commit. */
export async function lockFacts(tx: Db): Promise<void> {
  await querySql(tx, 'SELECT pg_advisory_xact_lock($1::bigint)::text AS "locked"', [LOCKS.facts]);
}

/**
 * The live version.
 *
 * @throws AppError `not_found` while there is none.
 */
export async function requireLive(tx: Db) {
  const live = await tx.rubricVersion.findFirst({ where: { live: true } });
  if (!live)
    throw new AppError('not_found', 'There is no live rubric yet. Start the worker, which makes one.');
  return live;
}

/**
 * Saves the draft of the live rubric, making one when there is none.
 *
 * @param reasons why criteria are worth what they are, by id; those that the draft has stay when absent.
 * @returns the revision to send with the next save.
 * @throws AppError `conflict` when someone else saved since the given revision.
 */
export async function saveDraft(
  actor: Actor<'rubric:write'>,
  { document: edited, off, revision, editor }: z.output<typeof saveDraftSchema>,
  reasons?: Readonly<Record<string, string>>,
): Promise<{ id: string; revision: number }> {
  const draft = { rubric: edited, off: off ?? [] };
  const content = {
    document: toDocument(activeRubric(draft)),
    ...(off && { switchedOff: off.length > 0 ? toPlainJson(draft) : Prisma.DbNull }),
    reasons,
  };
  return getDb().$transaction(async (tx) => {
    await announceChange(tx, actor.name, editor ?? null);
    const live = await requireLive(tx);
    const { id: baseId, rubricId, switchedOff } = live;
    const place = { rubricId, number: DRAFT_NUMBER };
    if (revision === 0) {
      const inherited = { switchedOff: switchedOff ?? Prisma.DbNull };
      const fresh = { ...place, ...inherited, ...content, baseId, revision: 1, createdById: actor.id };
      const [made] = await tx.rubricVersion.createManyAndReturn({ data: fresh, skipDuplicates: true });
      if (!made) throw new AppError('conflict', MOVED_ON);
      await auditDraft(tx, actor, live, made);
      return { id: made.id, revision: made.revision };
    }
    const before = await tx.rubricVersion.findFirst({ where: { ...place, revision } });
    const [saved] = await tx.rubricVersion.updateManyAndReturn({
      where: { ...place, revision },
      data: { ...content, revision: { increment: 1 } },
    });
    if (!saved || !before) throw new AppError('conflict', MOVED_ON);
    await auditDraft(tx, actor, before, saved);
    return { id: saved.id, revision: saved.revision };
  });
}

/** Notes what a save changed in the draft; a save that changes nothing is no entry. */
async function auditDraft(
  tx: Db,
  actor: Actor<'rubric:write'>,
  before: StoredVersion,
  after: StoredVersion,
): Promise<void> {
  const changes = tellDifference(before, after);
  if (changes.length === 0) return;
  const details = { changes };
  await writeAudit(tx, { user: actor, action: 'rubric.draft_saved', subject: 'rubric:draft', details });
}

type StoredVersion = Pick<RubricVersion, 'id' | 'document' | 'switchedOff'>;

/** In what one stored version differs from another, as the audit log keeps it. */
function tellDifference(before: StoredVersion, after: StoredVersion): string[] {
  return describeChanges(listDraftChanges(readDraft(before), readDraft(after)));
}

/**
 * Puts a criterion that counts an event type into the draft, making one when there is none.
 *
 * @returns the criterion's id; `added` is false when the rubric counts the event already.
 * @throws AppError `conflict` when someone else saves the draft at the same moment.
 */
export async function countEvent(
  actor: Actor<'rubric:write'>,
  event: z.output<typeof countEventSchema>,
): Promise<{ criterionId: string; added: boolean }> {
  const [draft, live] = await Promise.all([findDraft(), findLiveVersion()]);
  const base = draft ?? live;
  if (!base)
    throw new AppError('not_found', 'There is no live rubric yet. Start the worker, which makes one.');
  const { rubric, criterionId, added } = addEventCriterion(base.document, event);
  if (added) await saveDraft(actor, { document: rubric, revision: draft?.revision ?? 0 });
  return { criterionId, added };
}

/** Throws the draft away; nothing happens when there is none. */
export async function discardDraft(actor: Actor<'rubric:write'>): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const where = { state: 'draft', rubric: { versions: { some: { live: true } } } } as const;
    const draft = await tx.rubricVersion.findFirst({ where });
    const { count } = await tx.rubricVersion.deleteMany({ where });
    if (count === 0 || !draft) return;
    const changes = tellDifference(await requireLive(tx), draft);
    await writeAudit(tx, {
      user: actor,
      action: 'rubric.draft_discarded',
      subject: 'rubric:draft',
      details: { changes },
    });
    await announceChange(tx, actor.name);
  });
}

/** Tells everyone who edits the draft that someone does, or does no longer. */
export async function announceEditing(
  actor: Actor<'rubric:write'>,
  { kind, editor }: z.output<typeof announceEditingSchema>,
): Promise<void> {
  const mark: RubricMark = { kind, editor, name: actor.name };
  await announce(getDb(), RUBRIC_CHANNEL, mark);
}

/** Tells everyone who edits the draft that it, or the live version, is another now. */
async function announceChange(tx: Db, name: string, editor: string | null = null): Promise<void> {
  const mark: RubricMark = { kind: 'changed', editor, name };
  await announce(tx, RUBRIC_CHANNEL, mark);
}

/**
 * Publishes a document or the draft as the next version, or the challenger as what it is: from commit on it is the live
 * one, and a job rescores everyone with it.
 *
 * @throws AppError `conflict` when another version went live, or the draft was saved again, since it was edited.
 */
export async function publishRubric(
  actor: Authority<'rubric:write'>,
  input: z.output<typeof publishSchema>,
  now: Date,
): Promise<{ id: string; number: number }> {
  return getDb().$transaction(
    async (tx) => {
      await lockFacts(tx);
      const live = await requireLive(tx);
      const { id, number } = await findDocumentToPublish(tx, actor, live, input);
      await tx.rubricVersion.update({
        where: { id: live.id },
        data: { state: 'retired', live: false, retiredAt: now },
      });
      const published = {
        number,
        state: 'published',
        live: true,
        note: input.note,
        publishedAt: now,
      } as const;
      const version = await tx.rubricVersion.update({
        where: { id },
        data: { ...published, publishedById: personId(actor) },
      });
      await announceChange(tx, 'name' in actor ? actor.name : '');
      await addJob(tx, 'rescore-all', {}, { key: 'rescore-all' });
      await writeAudit(tx, {
        user: actor,
        action: 'rubric.published',
        subject: `rubric:${number}`,
        details: {
          note: input.note,
          from: live.number,
          ...('challengerId' in input && { promoted: true }),
          changes: tellDifference(live, version),
        },
      });
      await publishEvents(tx, [
        {
          type: 'rubric.published',
          at: now,
          data: { versionId: id, userId: personId(actor), note: input.note },
        },
      ]);
      return { id, number };
    },
    { timeout: 30_000 },
  );
}

/** The account of whoever acts; null when it is a key. */
function personId(actor: Authority<'rubric:write'>): string | null {
  return 'id' in actor ? actor.id : null;
}

/** The number of a rubric's next version. */
export async function nextNumber(tx: Db, rubricId: string): Promise<number> {
  const { _max } = await tx.rubricVersion.aggregate({ where: { rubricId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

/** The row that is to go live: the draft, the challenger, or a new one that holds the document, so that a draft stays. */
async function findDocumentToPublish(
  tx: Db,
  actor: Authority<'rubric:write'>,
  live: Pick<RubricVersion, 'id' | 'rubricId' | 'switchedOff'>,
  input: z.output<typeof publishSchema>,
): Promise<{ id: string; number: number }> {
  if (input.baseId !== undefined && input.baseId !== live.id) throw new AppError('conflict', MOVED_ON);
  if ('challengerId' in input) return findChallengerToPublish(tx, live, input.challengerId);
  const number = await nextNumber(tx, live.rubricId);
  if (!('document' in input)) return { id: await findDraftToPublish(tx, live, input), number };
  const { id } = await tx.rubricVersion.create({
    data: {
      rubricId: live.rubricId,
      number,
      state: 'published',
      document: toDocument(input.document),
      switchedOff: live.switchedOff ?? Prisma.DbNull,
      baseId: live.id,
      createdById: personId(actor),
    },
  });
  return { id, number };
}

async function findChallengerToPublish(
  tx: Db,
  { rubricId }: { rubricId: string },
  id: string,
): Promise<{ id: string; number: number }> {
  const challenger = await tx.rubricVersion.findFirst({
    where: { id, rubricId, state: 'published', live: false },
  });
  if (!challenger) throw new AppError('conflict', 'It runs as challenger no longer. Reload.');
  return { id, number: challenger.number };
}

async function findDraftToPublish(
  tx: Db,
  live: { id: string; rubricId: string },
  { revision, baseId }: { revision: number; baseId?: string | undefined },
): Promise<string> {
  const draft = await tx.rubricVersion.findFirst({
    where: { rubricId: live.rubricId, number: DRAFT_NUMBER },
  });
  if (!draft) throw new AppError('conflict', 'There is no draft to publish any more. Reload.');
  const isFresh = (baseId ?? draft.baseId) === live.id;
  if (draft.revision !== revision || !isFresh) throw new AppError('conflict', MOVED_ON);
  return draft.id;
}

/**
 * Puts the list of competitors' domains into the rubric: into the draft when someone is editing one, else into a new
 * version that goes live at once. A published version never changes, so that each score is explained by its own.
 *
 * @returns the number of the version that went live; null when the list waits in the draft, or nothing changed.
 * @throws AppError `conflict` when version or draft are not what the list was read from; `invalid` when the rubric's own
 * condition says more than a list does, or a domain gives addresses to anyone.
 */
export async function saveCompetitors(
  actor: Actor<'rubric:write'>,
  { domains, baseId, draftRevision }: z.output<typeof saveCompetitorsSchema>,
  now: Date,
): Promise<{ published: number | null; inDraft: boolean }> {
  const [live, draft] = await Promise.all([findLiveVersion(), findDraft()]);
  if (live?.id !== baseId || (draft?.revision ?? 0) !== draftRevision)
    throw new AppError('conflict', MOVED_ON);
  const { document } = draft ?? live;
  const before = readCompetitors(document);
  if (before === null)
    throw new AppError('invalid', 'The rubric has a condition of its own for competitors.');
  await refuseOpenDomains(domains);
  const note = noteCompetitors(before, domains);
  if (note === null) return { published: null, inDraft: false };
  const edited = withCompetitors(document, domains);
  if (draft) {
    await saveDraft(actor, { document: edited, revision: draft.revision });
    return { published: null, inDraft: true };
  }
  const { number } = await publishRubric(actor, { note, document: edited, baseId }, now);
  return { published: number, inDraft: false };
}

/** Refuses domains at which anyone gets an address: naming one a competitor would turn away a market. */
async function refuseOpenDomains(domains: readonly string[]): Promise<void> {
  const setting = await getDb().setting.findUnique({ where: { key: LISTS_SETTING } });
  const open = new Set(buildLists(setting?.value).personalDomains);
  const found = domains.find((domain) => open.has(domain));
  if (found === undefined) return;
  const message = `“${found}” gives addresses to anyone: it would disqualify everyone who writes from there`;
  throw new AppError('invalid', message, [{ path: 'domains', message }]);
}
