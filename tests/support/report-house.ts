import { v7 as uuidv7 } from 'uuid';
import { readPeriod } from '@/lib/reports/period';
import { getDb, getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { clearDatabase } from './clear-database';
import { addLeads, daysBefore, setLiveRubric, SMALL_RUBRIC } from './score-fixtures';
import { addWorker } from './work-fixtures';

export const NOW = new Date('2026-11-02T09:00:00Z');
const HOUR_MS = 3_600_000;
export const PERIOD = readPeriod({ from: '2026-01', to: '2026-11' }, { first: null, enough: null }, NOW);
export const COUNTING = { maturityDays: 90, versionId: null };
export const TIERS = ['A', 'B', 'C'] as const;
const LEADS = 240;

/** The same draws on every run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = makeRandom(7);
const pick = <T>(values: readonly T[]): T => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('Nothing to pick from');
  return value;
};

/** The rubric, leads and reps of the house. */
export interface ReportHouse {
  versionId: string;
  leadIds: string[];
  reps: { id: string; name: string }[];
}

/** Between 300 days before now and now. */
const someDay = () => daysBefore(NOW, random() * 300);

function drawScore(tier: string): number {
  return tier === 'A'
    ? 70 + Math.floor(random() * 31)
    : tier === 'B'
      ? 40 + Math.floor(random() * 30)
      : Math.floor(random() * 40);
}

/** A history of tiers for each lead, three changes long, each row telling what was before. */
function drawHistories({ leadIds, versionId }: ReportHouse) {
  return leadIds.flatMap((leadId) => {
    const instants = [someDay(), someDay(), someDay()].sort((a, b) => a.getTime() - b.getTime());
    let before: { tier: string; score: number } | null = null;
    return instants.map((at) => {
      const tier = pick(TIERS);
      const score = drawScore(tier);
      const row = {
        id: uuidv7(),
        leadId,
        rubricVersionId: versionId,
        at,
        cause: before === null ? ('first' as const) : ('event' as const),
        ...{ fit: score, intent: score, score, tier },
        quadrant: 'nurture' as const,
        quadrantBefore: before === null ? null : ('nurture' as const),
        scoreBefore: before?.score ?? null,
        tierBefore: before?.tier ?? null,
        contributions: [],
        moved: [],
      };
      before = { tier, score };
      return row;
    });
  });
}

function drawAssignments({ leadIds, reps }: ReportHouse) {
  return leadIds.map((leadId, index) => {
    const assignedAt = someDay();
    const respondBy = index % 9 === 0 ? null : new Date(assignedAt.getTime() + 4 * HOUR_MS);
    const answeredIn = random() < 0.8 ? random() * 9 * HOUR_MS : null;
    return {
      leadId,
      userId: pick(reps).id,
      reason: 'round robin',
      tier: pick(TIERS),
      assignedAt,
      respondBy,
      clockFrom: assignedAt,
      firstTouchAt: answeredIn === null ? null : new Date(assignedAt.getTime() + answeredIn),
      workingMs: answeredIn === null ? null : Math.round(answeredIn),
      sampled: index % 12 === 0,
      endedAt: index % 7 === 0 ? new Date(assignedAt.getTime() + 2 * HOUR_MS) : null,
    };
  });
}

function drawEngagements({ leadIds, versionId }: ReportHouse) {
  return leadIds.slice(0, 200).map((leadId) => {
    const tier = pick(TIERS);
    const score = drawScore(tier);
    return {
      leadId,
      at: someDay(),
      basis: 'touch' as const,
      rubricVersionId: versionId,
      ...{ fit: score, intent: score, score, tier },
      quadrant: 'nurture' as const,
      contributions: [],
    };
  });
}

/** Fills an empty house with 240 leads and what became of them in 300 days: the same on every run. */
export async function fillReportHouse(): Promise<ReportHouse> {
  await clearDatabase();
  const versionId = await setLiveRubric(SMALL_RUBRIC);
  const leadIds = await addLeads(
    Array.from({ length: LEADS }, (_, index) => ({ title: index % 3 ? 'Clerk' : 'Head of IT' })),
  );
  const reps = await Promise.all(['Rita', 'Ravi', 'Rosa'].map((name) => addWorker(name)));
  const house = { versionId, leadIds, reps };
  const db = getDb();
  await db.scoreChange.createMany({ data: drawHistories(house) });
  await db.assignment.createMany({ data: drawAssignments(house) });
  const engagements = drawEngagements(house);
  await db.engagement.createMany({ data: engagements });
  await db.deal.createMany({
    data: engagements.slice(0, 150).map(({ leadId, at, tier, score, rubricVersionId }) => ({
      name: 'Deal',
      leadId,
      outcome: pick(['won', 'lost', 'lost', 'open'] as const),
      createdAt: at,
      closedAt: new Date(at.getTime() + 40 * 24 * HOUR_MS),
      engagedAt: at,
      engagementBasis: 'touch' as const,
      ...{ tier, score, rubricVersionId },
    })),
  });
  await db.erasedEngagement.createMany({
    data: engagements
      .slice(0, 20)
      .map(({ leadId, ...one }) => ({ ...one, state: leadId > '' ? ('lost' as const) : ('new' as const) })),
  });
  await db.activity.createMany({
    data: Array.from({ length: 900 }, () => ({
      leadId: pick(leadIds),
      userId: pick([...reps.map(({ id }) => id), null]),
      type: pick(['call', 'email', 'meeting', 'note'] as const),
      at: someDay(),
    })),
  });
  return house;
}

/** Plain SQL over the same data, row by row as text. */
export function ask(sql: string): Promise<Record<string, unknown>[]> {
  return querySql<Record<string, unknown>>(getPool(), sql);
}

/** Says of two leads in five that they came from the web, of the others from a fair: of the same ones on every run. */
export async function tellSources(): Promise<void> {
  await ask(`UPDATE "Lead" l SET "attributes" = l."attributes" ||
      jsonb_build_object('leadSource', CASE WHEN numbered.place % 5 < 2 THEN 'Web' ELSE 'Fair' END)
    FROM (SELECT "id", row_number() OVER (ORDER BY "id") AS place FROM "Lead") numbered WHERE numbered."id" = l."id"`);
}

export const IN_PERIOD = `>= '2026-01-01T00:00:00Z'`;
export const CUTOFF = `timestamptz '2026-11-02T09:00:00Z' - interval '90 days'`;
export const NOW_SQL = `timestamptz '2026-11-02T09:00:00Z'`;
