import { createHash } from 'node:crypto';
import { loadScoringFacts } from '@/lib/facts/data/scoring-facts';
import { OPEN_STATES } from '@/lib/leads/constants';
import { findPublishedVersions, type UsableRubric } from '@/lib/rubrics/data';
import { carryOver, planCarryOver, type CarryOver } from '@/lib/scores/carry-over';
import { prepareEveryone } from '@/lib/scores/score-facts';
import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import { createMeasures, measureLead, type Measures, type PreparedLead } from '@/lib/scoring/evidence';
import { unpackEvidence } from '@/lib/scoring/pack-evidence';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { ColumnBuilder } from '../column-builder';
import { PAGE_SIZE } from '../constants';
import { packIds } from '../lead-ids';
import {
  FIRST_PERSON,
  WAITS_FREE,
  WAITS_NOWHERE,
  type EvidencePart,
  type LeadRows,
  type Person,
} from '../types';

/** Ids of leads in pages, companies together so that their events are read once. $1: leads per page, $2: the last id. */
const LIST_LEADS = `
  SELECT string_agg(o."id"::text, ',' ORDER BY o."place") AS "ids",
    string_agg(o."waits", ',' ORDER BY o."place") AS "waits"
  FROM (
    SELECT l."id", row_number() OVER (ORDER BY l."companyId" NULLS LAST, l."id") - 1 AS "place",
      CASE WHEN l."state" <> ALL($3::"LeadState"[]) OR l."snoozedUntil" > $4::timestamptz THEN '-'
        ELSE coalesce(l."ownerId"::text, '') END AS "waits"
    FROM "Lead" l WHERE l."mergedIntoId" IS NULL AND ($2::uuid IS NULL OR l."id" <= $2::uuid)) o
  GROUP BY o."place" / $1::int ORDER BY o."place" / $1::int`;

interface ListedLeads {
  ids: string[];
  /** Whose queue each waits in: a person's id, empty where anyone may take it, "-" where it waits nowhere. */
  waits: string[];
}

async function listLeads(asOf: number, lastId: string | null): Promise<ListedLeads> {
  const values = [PAGE_SIZE, lastId, [...OPEN_STATES], new Date(asOf)];
  const pages = await querySql<{ ids: string; waits: string }>(getPool(), LIST_LEADS, values);
  return {
    ids: pages.flatMap(({ ids }) => ids.split(',')),
    waits: pages.flatMap(({ waits }) => waits.split(',')),
  };
}

/** How many leads there are to measure. */
export async function countLeads(): Promise<number> {
  const [row] = await querySql<{ count: number }>(
    getPool(),
    'SELECT count(*)::int AS "count" FROM "Lead" l WHERE l."mergedIntoId" IS NULL',
  );
  return row?.count ?? 0;
}

async function describeRows({ ids, waits }: ListedLeads): Promise<LeadRows> {
  const people = await querySql<Person & { id: string }>(
    getPool(),
    'SELECT u."id", u."name" FROM "User" u WHERE u."id" = ANY($1::uuid[]) ORDER BY u."name", u."id"',
    [[...new Set(waits)].filter((owner) => owner.length > 1)],
  );
  const places = new Map(people.map(({ id }, place) => [id, FIRST_PERSON + place]));
  const placeOf = (owner: string) => (owner === '' ? WAITS_FREE : (places.get(owner) ?? WAITS_NOWHERE));
  return { kind: 'leads', ids: packIds(ids), waits: Uint16Array.from(waits, placeOf), people };
}

interface StoredEvidence {
  leadId: string;
  versionId: string;
  evidence: Uint8Array;
}

/** Evidence that still says all: of leads whose facts are as they were when it was packed, at the instant or before. */
function loadStored(leadIds: readonly string[], asOf: number): Promise<StoredEvidence[]> {
  return querySql<StoredEvidence>(
    getPool(),
    `SELECT s."leadId", s."rubricVersionId" AS "versionId", s."evidence" FROM "LeadScore" s
     WHERE s."leadId" = ANY($1::uuid[]) AND length(s."evidence") > 0 AND s."scoredAt" <= $2::timestamptz
       AND NOT EXISTS (SELECT FROM "StaleScore" t WHERE t."leadId" = s."leadId")`,
    [leadIds, new Date(asOf)],
  );
}

/** Plans by version: what of the evidence stored by it serves the wanted criteria; null where not all of it does. */
class Plans {
  private readonly plans = new Map<string, { version: CompiledRubric; plan: CarryOver } | null>();

  constructor(private readonly wanted: CompiledRubric) {}

  async find(versionIds: Iterable<string>): Promise<void> {
    const unknown = [...new Set(versionIds)].filter((id) => !this.plans.has(id));
    for (const [id, version] of await findPublishedVersions(getPool(), unknown)) {
      const plan = planCarryOver(version, this.wanted);
      const serves = plan && !plan.conditions.includes(-1) && !plan.intent.includes(-1);
      this.plans.set(id, serves ? { version, plan } : null);
    }
  }

  carry({ leadId, versionId, evidence }: StoredEvidence): PreparedLead | null {
    const found = this.plans.get(versionId);
    return found ? carryOver(unpackEvidence(found.version, leadId, evidence), found.plan) : null;
  }
}

/** The leads of a page, from what is stored where that says all, from their facts otherwise. */
async function preparePage(
  wanted: UsableRubric,
  plans: Plans,
  leadIds: readonly string[],
  asOf: number,
): Promise<Map<string, PreparedLead>> {
  const stored = await loadStored(leadIds, asOf);
  await plans.find(stored.map(({ versionId }) => versionId));
  const prepared = new Map<string, PreparedLead>();
  for (const one of stored) {
    const carried = plans.carry(one);
    if (carried) prepared.set(one.leadId, carried);
  }
  const unknown = leadIds.filter((id) => !prepared.has(id));
  if (unknown.length === 0) return prepared;
  const facts = await loadScoringFacts(getPool(), wanted.compiled.intent, unknown);
  for (const lead of prepareEveryone(wanted.compiled, facts)) prepared.set(lead.lead.id, lead);
  return prepared;
}

/**
 * Every lead's evidence by some criteria as of an instant: measured from what is stored with their scores, where that
 * says all there is to know of them, and from their facts where it does not. Memory grows with the evidence, not with
 * events.
 *
 * @param lastId leads that came later are left out; null for everyone.
 */
export async function gatherLeads(
  wanted: UsableRubric,
  asOf: number,
  lastId: string | null = null,
): Promise<EvidencePart<LeadRows>> {
  const listed = await listLeads(asOf, lastId);
  const { ids } = listed;
  const { compiled } = wanted;
  const builder = new ColumnBuilder(compiled.criteria.length + compiled.rubric.disqualifiers.length);
  const plans = new Plans(compiled);
  const scratch: Measures = createMeasures(compiled);
  for (let start = 0; start < ids.length; start += PAGE_SIZE) {
    const page = ids.slice(start, start + PAGE_SIZE);
    const prepared = await preparePage(wanted, plans, page, asOf);
    page.forEach((id, place) => {
      const lead = prepared.get(id);
      if (!lead) return;
      const { units, disqualified } = measureLead(compiled, lead, asOf, scratch);
      builder.add(start + place, units, disqualified);
    });
  }
  return {
    asOf,
    rowCount: ids.length,
    fingerprint: createHash('sha256').update(ids.join()).digest('base64url'),
    lastId: ids.reduce<string | null>((last, id) => (last !== null && last > id ? last : id), null),
    rows: await describeRows(listed),
    columns: builder.finish(),
  };
}
