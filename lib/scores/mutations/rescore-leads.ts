import type { PoolClient } from 'pg';
import { loadEventsFor, loadScoringFacts } from '@/lib/facts/data';
import type { LiveRubric } from '@/lib/rubrics/data';
import type { CompiledIntent, CompiledRubric } from '@/lib/scoring/compile-rubric';
import { createMeasures, type PreparedLead } from '@/lib/scoring/evidence';
import { matchList } from '@/lib/scoring/match-events';
import { unpackEvidence } from '@/lib/scoring/pack-evidence';
import { carryOver, isTouched, planCarryOver, type CarryOver } from '../carry-over';
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
  /** Leads whose score the live version leaves as it is. */
  untouched: string[];
}

/** A lead of which the stored evidence says all, or all but some criteria. */
interface Carried {
  lead: PreparedLead;
  plan: CarryOver;
  stored: StoredScore;
}

/** Criteria of lead scope that are to be matched anew; null when something else is to be gathered too. */
function listAnew({ compiled }: LiveRubric, plan: CarryOver): readonly CompiledIntent[] | null {
  const anew = compiled.intent.filter((_, place) => plan.intent[place] === -1);
  return plan.conditions.includes(-1) || anew.some(({ scope }) => scope === 'company') ? null : anew;
}

function createCarrier({ rubric, versions, stored }: Rescoring) {
  const plans = new Map<string, CarryOver | null>();
  for (const [id, version] of versions) {
    const plan = planCarryOver(version, rubric.compiled);
    plans.set(id, plan && listAnew(rubric, plan) ? plan : null);
  }
  return ({ leadId, stale }: TakenLead): Carried | null => {
    const before = stored.get(leadId);
    const plan = before && plans.get(before.rubricVersionId);
    const version = before && versions.get(before.rubricVersionId);
    if (stale || !plan || !version || before.evidence.length === 0) return null;
    const lead = carryOver(unpackEvidence(version, leadId, before.evidence), plan);
    return { lead, plan, stored: before };
  };
}

/** Matches anew what a plan asks for; answers whether a lead had or has anything of it. */
async function createMatcher(client: PoolClient, { rubric }: Rescoring, carried: readonly Carried[]) {
  const wanting = carried.filter(({ plan }) => plan.intent.includes(-1));
  const criteria = new Set(wanting.flatMap(({ plan }) => listAnew(rubric, plan) ?? []));
  const leadIds = wanting.map(({ lead }) => lead.lead.id);
  const events = await loadEventsFor(client, [...criteria], leadIds);
  return ({ lead, plan }: Carried): { lead: PreparedLead; differs: boolean } => {
    const lists = [...lead.lists];
    let differs = false;
    rubric.compiled.intent.forEach((intent, place) => {
      if (plan.intent[place] !== -1) return;
      const list = matchList(intent, events.get(lead.lead.id) ?? []);
      differs ||= intent.criterion.kind === 'inactivity' || (lists[place] ?? list) !== undefined;
      lists[place] = list;
    });
    return { lead: { ...lead, lists }, differs };
  };
}

/** Whether a stored score is right by the live version too, as long as nothing new comes in. */
function standsStill({ lead, plan, stored }: Carried, { rubric, now }: Rescoring): boolean {
  if (stored.rubricVersionId === rubric.versionId) return false;
  if (stored.nextChangeAt !== null && stored.nextChangeAt <= now) return false;
  return !isTouched(rubric.compiled, lead, plan);
}

/**
 * Scores locked leads at the cost of what changed: from the evidence stored with their scores where their facts are as
 * they were, with the events of those criteria only that look at others; not at all where the live version's differences
 * do not touch them; and from their facts where these changed.
 */
export async function rescoreLeads(
  client: PoolClient,
  taken: readonly TakenLead[],
  rescoring: Rescoring,
): Promise<RescoredSet> {
  const { rubric, now } = rescoring;
  const result: RescoredSet = { rescored: [], untouched: [] };
  const scratch = createMeasures(rubric.compiled);
  const add = (prepared: PreparedLead, keepsEvidence: boolean) => {
    const scored = scoreToStore(rubric.compiled, prepared, now, keepsEvidence, scratch);
    result.rescored.push({ prepared, scored });
  };
  const carry = createCarrier(rescoring);
  const carried = taken.map(carry);
  const known = carried.filter((one) => one !== null);
  const match = await createMatcher(client, rescoring, known);
  for (const one of known) {
    const { lead, differs } = one.plan.intent.includes(-1) ? match(one) : { lead: one.lead, differs: false };
    if (!differs && standsStill(one, rescoring)) result.untouched.push(lead.lead.id);
    else add(lead, !differs && one.plan.sameLayout);
  }
  const unknown = taken.flatMap(({ leadId }, place) => (carried[place] ? [] : leadId));
  if (unknown.length > 0) {
    const facts = await loadScoringFacts(client, rubric.compiled.intent, unknown);
    for (const prepared of prepareEveryone(rubric.compiled, facts)) add(prepared, false);
  }
  return result;
}
