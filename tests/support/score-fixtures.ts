import { findPublishedVersions } from '@/lib/rubrics/data';
import { loadStoredScores } from '@/lib/scores/data';
import { readContributions } from '@/lib/scores/score-facts';
import { v7 as uuidv7 } from 'uuid';
import { Prisma } from '@/lib/generated/prisma/client';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { toDocument } from '@/lib/rubrics/schema';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { closeDb, getDb, getPool, type Db } from '@/lib/server/db';
import { RUBRIC_FORMAT, type Contribution, type Rubric } from '@/lib/scoring/types';

const DAY_MS = 86_400_000;

/** A busy machine may take its time. */
const PATIENT = { timeout: 60_000 };

/** So many days before (or, negative, after) an instant. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}

/** A rubric small enough to reckon by hand: one criterion of each kind that the tests need. */
export const SMALL_RUBRIC: Rubric = {
  format: RUBRIC_FORMAT,
  name: 'Small',
  fit: {
    groups: [
      {
        id: 'who',
        label: 'Who',
        criteria: [
          {
            id: 'head',
            label: 'A head',
            when: { field: 'title', op: 'contains_word', value: 'head' },
            points: 60,
          },
          {
            id: 'big',
            label: 'Big',
            when: { field: 'company.employees', op: 'gte', value: 100 },
            points: 40,
          },
        ],
      },
    ],
  },
  intent: {
    groups: [
      {
        id: 'what',
        label: 'What',
        criteria: [
          {
            id: 'demo',
            label: 'Requested a demo',
            kind: 'each',
            on: 'demo_requested',
            decay: { kind: 'half_life', days: 10 },
            limit: 1,
            points: 80,
          },
          {
            id: 'page',
            label: 'Viewed a page',
            kind: 'each',
            on: 'page_viewed',
            decay: { kind: 'expire', days: 30 },
            limit: 5,
            points: 4,
          },
          {
            id: 'committee',
            label: 'Two people of the company active',
            kind: 'threshold',
            on: 'page_viewed',
            scope: 'company',
            count: 'leads',
            atLeast: 2,
            withinDays: 30,
            points: 10,
          },
        ],
      },
    ],
  },
  disqualifiers: [],
  fitWeight: 0.5,
  grid: { fitCut: 50, intentCut: 50 },
  tiers: [
    { name: 'A', minScore: 70, minFit: 50, minIntent: 40, action: 'route' },
    { name: 'B', minScore: 40, minFit: 30, minIntent: 0, action: 'nurture' },
    { name: 'C', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' },
  ],
};

/** Leaves the house as other tests expect it: the template live, the database closed. */
export async function leaveHouse(): Promise<void> {
  await setLiveRubric(B2B_SAAS_TEMPLATE);
  await closeDb();
}

/** Makes a rubric the live one, without a job and without asking anyone. */
export async function setLiveRubric(rubric: Rubric): Promise<string> {
  const db = getDb();
  await db.scoreChange.deleteMany();
  await db.leadScore.deleteMany();
  await db.rubric.deleteMany();
  const publishedAt = new Date('2026-01-05T08:00:00Z');
  const document = toDocument(rubric);
  const made = await db.rubric.create({
    data: {
      name: rubric.name,
      versions: { create: { number: 1, state: 'published', live: true, document, publishedAt } },
    },
    include: { versions: true },
  });
  return made.versions[0]?.id ?? '';
}

export interface LeadSketch {
  title?: string;
  companyId?: string;
  email?: string;
  createdAt?: Date;
}

/** Stores leads, created long ago unless said otherwise. */
export async function addLeads(sketches: readonly LeadSketch[]): Promise<string[]> {
  const rows = sketches.map(({ title, companyId, email, createdAt = new Date('2020-01-01') }) => {
    const id = uuidv7();
    const address = email ?? `${id}@buyer.example`;
    const attributes = title === undefined ? {} : { title };
    return { id, email: address, emailKey: address, companyId: companyId ?? null, attributes, createdAt };
  });
  await getDb().lead.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

/** Stores a company. */
export async function addCompany(employees: number): Promise<string> {
  const { id } = await getDb().company.create({ data: { name: 'Acme', attributes: { employees } } });
  return id;
}

export interface EventSketch {
  leadId?: string;
  companyId?: string;
  type: string;
  at: Date;
}

/** Stores events as they are, telling nobody. */
export async function addEvents(sketches: readonly EventSketch[], db: Db = getDb()): Promise<void> {
  await db.event.createMany({
    data: sketches.map(({ leadId, companyId, type, at }) => {
      const id = uuidv7();
      return {
        id,
        messageId: id,
        leadId: leadId ?? null,
        companyId: companyId ?? null,
        type,
        at,
        source: 'test',
      };
    }),
  });
}

/** Forgets every waiting job. */
export async function clearJobs(): Promise<void> {
  await getPool().query('DELETE FROM graphile_worker._private_jobs');
}

/** What a request that brings events does: the events and the note that scores are stale, in one transaction. */
export async function receiveEvents(sketches: readonly EventSketch[]): Promise<void> {
  const leadIds = sketches.flatMap(({ leadId }) => leadId ?? []);
  const companyIds = sketches.flatMap(({ leadId, companyId }) => (leadId ? [] : (companyId ?? [])));
  await getDb().$transaction(async (tx) => {
    await addEvents(sketches, tx);
    await enqueueRescore(tx, { leadIds, companyIds, cause: 'event' });
  }, PATIENT);
}

/** Sets a lead's title as an import does: the value, what it was before, and the note that scores are stale. */
export async function changeTitle(leadId: string, title: string, at: Date): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const { attributes } = await tx.lead.findUniqueOrThrow({ where: { id: leadId } });
    const known = typeof attributes === 'object' && attributes !== null && 'title' in attributes;
    const before = known ? attributes.title : undefined;
    await tx.lead.update({ where: { id: leadId }, data: { attributes: { title } } });
    await tx.attributeChange.create({
      data: { leadId, key: 'title', before: before ?? Prisma.DbNull, after: title, at, source: 'test' },
    });
    await enqueueRescore(tx, { leadIds: [leadId], cause: 'attribute' });
  }, PATIENT);
}

/** The contributions of leads' stored scores, by lead. */
export async function readStoredContributions(
  leadIds: readonly string[],
): Promise<Map<string, Contribution[]>> {
  const stored = await loadStoredScores(getPool(), leadIds);
  const versionIds = [...stored.values()].map(({ rubricVersionId }) => rubricVersionId);
  const versions = await findPublishedVersions(getPool(), versionIds);
  const read = [...stored.values()].map((score): [string, Contribution[]] => {
    const version = versions.get(score.rubricVersionId);
    return [score.leadId, version ? readContributions(version, score) : []];
  });
  return new Map(read);
}
