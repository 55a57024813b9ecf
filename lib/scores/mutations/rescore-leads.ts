import type { PoolClient } from 'pg';
import { loadEventsFor, loadScoringFacts } from '@/lib/facts/data/scoring-facts';
import type { FactsReader } from '@/lib/facts/gathered-facts';
import type { LiveRubric } from '@/lib/rubrics/data';
import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import { createMeasures, type PreparedLead } from '@/lib/scoring/evidence';
import { matchList, type MatchList } from '@/lib/scoring/match-events';
import { unpackEvidence } from '@/lib/scoring/pack-evidence';
import { carryOver, planCarryOver, saysTheSame, type CarryOver } from '../carry-over';
import { listAnew } from '../plan-gathering';
import { prepareEveryone, scoreToStore } from '../score-facts';
import type { ScoreCause, ScoredLead, StoredScore } from '../types';

/** A lead that is locked for rescoring, and why it is rescored. */
export interface TakenLead {
  leadId: string;
  cause: ScoreCause;
  /** Whether its facts changed since it was scored. */
  stale: boolean;
}

/** What a set of locked leads is rescored with. */
export interface Rescoring {
  rubric: LiveRubric;
  /** The versions that the stored scores are of. */
  versions: ReadonlyMap<string, CompiledRubric>;
  stored: ReadonlyMap<string, StoredScore>;
  /** Facts that were gathered for everyone, and hold for all leads that are not stale; null when none were. */
  gathered: FactsReader | null;
  /** Milliseconds since 1970 UTC. */
  now: number;
}

/** A lead's new score, and what it was made from. */
export interface Rescored {
  prepared: PreparedLead;
  scored: ScoredLead;
}

/** What became of a set of leads. */
export interface RescoredSet {
  rescored: Rescored[];
  /** Scores that come out as they are stored; some of them under an earlier version. */
  untouched: StoredScore[];
}

/** A lead of which the stored evidence says all, or all but some criteria of lead scope. */
interface Carried {
  lead: PreparedLead;
  plan: CarryOver;
  stored: StoredScore;
  /** Places of those criteria. */
  anew: readonly number[];
}

function planAll({ rubric, versions }: Rescoring): ReadonlyMap<string, CarryOver> {
  return new Map(
    [...versions].flatMap(([id, version]): [string, CarryOver][] => {
      const plan = planCarryOver(version, rubric.compiled);
      return plan ? [[id, plan]] : [];
    }),
  );
}

function carry(
  { leadId, stale }: TakenLead,
  plans: ReadonlyMap<string, CarryOver>,
  { rubric, versions, stored }: Rescoring,
): Carried | null {
  const before = stored.get(leadId);
  const plan = before && plans.get(before.rubricVersionId);
  const version = before && versions.get(before.rubricVersionId);
  const anew = plan && listAnew(rubric.compiled, plan);
  if (stale || !version || !anew || before.evidence.length === 0) return null;
  return {
    lead: carryOver(unpackEvidence(version, leadId, before.evidence), plan),
    plan,
    stored: before,
    anew,
  };
}

type FindList = (leadId: string, place: number) => MatchList | undefined;

/** Where the events of criteria that are to be matched anew are found: among what was gathered, else they are read. */
async function createMatcher(
  client: PoolClient,
  { rubric, gathered }: Rescoring,
  carried: readonly Carried[],
): Promise<FindList> {
  const wanting = carried.filter(({ anew }) => anew.length > 0);
  const places = [...new Set(wanting.flatMap(({ anew }) => anew))];
  const rows = new Map<string, number>();
  if (gathered?.covers(places)) {
    for (const { lead } of wanting) rows.set(lead.lead.id, gathered.find(lead.lead.id));
  }
  const missing = wanting.filter(({ lead }) => (rows.get(lead.lead.id) ?? -1) < 0);
  const criteria = places.flatMap((place) => rubric.compiled.intent[place] ?? []);
  const events = await loadEventsFor(
    client,
    criteria,
    missing.map(({ lead }) => lead.lead.id),
  );
  return (leadId, place) => {
    const row = rows.get(leadId) ?? -1;
    if (gathered && row >= 0) return gathered.listOwn(row, false)[place];
    const intent = rubric.compiled.intent[place];
    return intent && matchList(intent, events.get(leadId) ?? []);
  };
}

/** Matches anew what a plan asks for; answers whether a lead had or has anything of it. */
function matchAnew(
  { lead, anew }: Carried,
  { intent }: CompiledRubric,
  find: FindList,
): { lead: PreparedLead; differs: boolean } {
  if (anew.length === 0) return { lead, differs: false };
  const lists = [...lead.lists];
  let differs = false;
  for (const place of anew) {
    const list = find(lead.lead.id, place);
    differs ||= intent[place]?.criterion.kind === 'inactivity' || (lists[place] ?? list) !== undefined;
    lists[place] = list;
  }
  return { lead: { ...lead, lists }, differs };
}

/** Leads as they are to be measured, from what was gathered for everyone or else from their facts. */
async function prepareAnew(
  client: PoolClient,
  taken: readonly TakenLead[],
  { rubric, gathered }: Rescoring,
): Promise<PreparedLead[]> {
  const unknown: string[] = [];
  const known: PreparedLead[] = [];
  for (const { leadId, stale } of taken) {
    const row = stale || !gathered?.coversAll ? -1 : gathered.find(leadId);
    if (gathered && row >= 0) known.push(gathered.prepare(leadId, row));
    else unknown.push(leadId);
  }
  if (unknown.length === 0) return known;
  const facts = await loadScoringFacts(client, rubric.compiled.intent, unknown);
  return [...known, ...prepareEveryone(rubric.compiled, facts)];
}

/**
 * Scores locked leads at the cost of what changed: from the evidence stored with their scores where their facts are as
 * they were, with the events of those criteria only that look at others; and from their facts where these changed. What
 * comes out as it was leaves the stored score alone.
 */
export async function rescoreLeads(
  client: PoolClient,
  taken: readonly TakenLead[],
  rescoring: Rescoring,
): Promise<RescoredSet> {
  const { rubric, now, stored } = rescoring;
  const result: RescoredSet = { rescored: [], untouched: [] };
  const scratch = createMeasures(rubric.compiled);
  const plans = planAll(rescoring);
  const add = (prepared: PreparedLead, keepsEvidence: boolean) => {
    const scored = scoreToStore(rubric.compiled, prepared, now, keepsEvidence, scratch);
    const before = stored.get(scored.leadId);
    const plan = before && plans.get(before.rubricVersionId);
    if (plan && saysTheSame(rubric.compiled, plan, before, scored)) result.untouched.push(before);
    else result.rescored.push({ prepared, scored });
  };
  const carried = taken.map((one) => carry(one, plans, rescoring));
  const known = carried.filter((one) => one !== null);
  const find = await createMatcher(client, rescoring, known);
  for (const one of known) {
    const { lead, differs } = matchAnew(one, rubric.compiled, find);
    add(lead, !differs && one.plan.sameLayout);
  }
  const others = taken.filter((_, place) => !carried[place]);
  for (const prepared of await prepareAnew(client, others, rescoring)) add(prepared, false);
  return result;
}
