import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import { computeEvidence } from '@/lib/scoring/evidence';
import { explainScore, type Explanation } from '@/lib/scoring/explain';
import { matchEvents, matchOrderedEvents, type MatchedEvents } from '@/lib/scoring/match-events';
import { findLift, type Lift } from '@/lib/scoring/find-lift';
import { measureFade } from '@/lib/scoring/measure-fade';
import { scoreLead } from '@/lib/scoring/score-lead';
import type { Labels } from '@/lib/scoring/describe';
import type { Evidence, LeadInput, ScoreOutput } from '@/lib/scoring/types';
import type { ScoringFacts } from '@/lib/facts/types';
import { findReason } from './find-reason';
import { rewindLead } from './rewind-values';
import { splitMove, type Breakdown } from './split-move';
import type { Facts, LeadFacts, MovedPart, ScoredLead } from './types';

/** A lead as of an instant, its events sorted out by criterion. */
interface Prepared {
  lead: LeadInput;
  own: MatchedEvents;
  company: MatchedEvents;
}

/** Remembers what was made for a key. */
function remember<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known;
  const value = make();
  made.set(key, value);
  return value;
}

/** Sorts out events once: a company's for all its leads, a lead's for all instants. */
function prepareWith(compiled: CompiledRubric, facts: Facts) {
  const ownByLead = new Map<string, MatchedEvents>();
  const byCompany = new Map<string, MatchedEvents>();
  return ({ lead, events }: LeadFacts, asOf: number): Prepared => {
    const changes = facts.pastValues.get(lead.id);
    const companyId = lead.company?.id;
    const companyChanges = companyId === undefined ? undefined : facts.pastValues.get(companyId);
    return {
      lead: changes || companyChanges ? rewindLead(lead, changes ?? [], companyChanges ?? [], asOf) : lead,
      own: remember(ownByLead, lead.id, () => matchEvents(compiled, 'lead', events)),
      company: remember(byCompany, companyId ?? lead.id, () =>
        matchEvents(compiled, 'company', companyId ? (facts.companyEvents.get(companyId) ?? []) : events),
      ),
    };
  };
}

/** The place of a tier in the rubric; 0 is the best. */
export function rankTier(compiled: CompiledRubric, tier: string): number {
  return compiled.rubric.tiers.findIndex(({ name }) => name === tier);
}

/** A breakdown with its instant, in milliseconds. */
type DatedBreakdown = Breakdown & { asOf: number };

/** Splits what moved between two breakdowns of a lead whose events are sorted out. */
function splitPrepared(
  compiled: CompiledRubric,
  { lead, own, company }: Prepared,
  before: DatedBreakdown | null,
  after: DatedBreakdown,
  sameRubric: boolean,
): MovedPart[] {
  const fades = before ? measureFade(compiled, lead, own, company, before.asOf, after.asOf) : undefined;
  return splitMove(compiled.rubric, before, after, { fades, sameRubric });
}

/** A lead's score with what else is stored of it. */
function toStore(
  compiled: CompiledRubric,
  lead: LeadInput,
  own: MatchedEvents,
  company: MatchedEvents,
  asOf: number,
): ScoredLead {
  const score = scoreLead(compiled, lead, own, company, asOf);
  const tierRank = rankTier(compiled, score.tier);
  const reason = findReason(compiled, score, own, company, asOf);
  return { ...score, leadId: lead.id, asOf, tierRank, reason };
}

/** Scores every lead of a set as of one instant (in milliseconds), as it is to be stored. */
export function scoreEveryone(compiled: CompiledRubric, facts: ScoringFacts, asOf: number): ScoredLead[] {
  const { leads, ownEvents, companyEvents } = facts;
  const byCompany = new Map<string, MatchedEvents>();
  return leads.map((lead) => {
    const events = ownEvents.get(lead.id) ?? [];
    const companyId = lead.company?.id;
    const own = matchOrderedEvents(compiled, 'lead', events);
    const company = remember(byCompany, companyId ?? lead.id, () =>
      matchOrderedEvents(compiled, 'company', companyId ? (companyEvents.get(companyId) ?? []) : events),
    );
    return toStore(compiled, lead, own, company, asOf);
  });
}

/** Says what moved for a lead of a set, see `splitMove`; the earlier breakdown is null for its first score. */
export type MoveSplitter = (
  leadId: string,
  before: DatedBreakdown | null,
  after: DatedBreakdown,
  sameRubric: boolean,
) => MovedPart[];

/** A splitter for the leads of a set: it sorts out the events of those only that are asked for. */
export function createMoveSplitter(compiled: CompiledRubric, facts: ScoringFacts): MoveSplitter {
  const { leads, ownEvents, companyEvents } = facts;
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  const byCompany = new Map<string, MatchedEvents>();
  return (leadId, before, after, sameRubric) => {
    const lead = byId.get(leadId);
    if (!lead || !before) return splitMove(compiled.rubric, before, after, { sameRubric });
    const events = ownEvents.get(leadId) ?? [];
    const companyId = lead.company?.id;
    const own = matchOrderedEvents(compiled, 'lead', events);
    const company = remember(byCompany, companyId ?? leadId, () =>
      matchOrderedEvents(compiled, 'company', companyId ? (companyEvents.get(companyId) ?? []) : events),
    );
    return splitPrepared(compiled, { lead, own, company }, before, after, sameRubric);
  };
}

/** Scores the leads of a set, each as of any instants (in milliseconds). */
export interface Scorer {
  score: (lead: LeadFacts, asOf: number) => ScoreOutput;
  /** The score with what else is stored of it. */
  scoreToStore: (lead: LeadFacts, asOf: number) => ScoredLead;
  explain: (lead: LeadFacts, asOf: number, labels: Labels) => Explanation;
  /** The evidence alone: the score without points. */
  measure: (lead: LeadFacts, asOf: number) => Evidence;
  /** What would lift the lead a tier, or keep it in the best. */
  findLift: (lead: LeadFacts, asOf: number) => Lift | null;
  /** What moved between two breakdowns of a lead, see `splitMove`; the earlier one is null for its first score. */
  splitMove: (
    lead: LeadFacts,
    before: DatedBreakdown | null,
    after: DatedBreakdown,
    sameRubric: boolean,
  ) => MovedPart[];
}

/** A scorer of the leads of a set. */
export function createScorer(compiled: CompiledRubric, facts: Facts): Scorer {
  const prepare = prepareWith(compiled, facts);
  return {
    score: (leadFacts, asOf) => {
      const { lead, own, company } = prepare(leadFacts, asOf);
      return scoreLead(compiled, lead, own, company, asOf);
    },
    scoreToStore: (leadFacts, asOf) => {
      const { lead, own, company } = prepare(leadFacts, asOf);
      return toStore(compiled, lead, own, company, asOf);
    },
    explain: (leadFacts, asOf, labels) => {
      const { lead, own, company } = prepare(leadFacts, asOf);
      return explainScore(compiled, lead, own, company, asOf, labels);
    },
    measure: (leadFacts, asOf) => {
      const { lead, own, company } = prepare(leadFacts, asOf);
      return computeEvidence(compiled, lead, own, company, asOf);
    },
    findLift: (leadFacts, asOf) => {
      const { lead, own, company } = prepare(leadFacts, asOf);
      return findLift(compiled, lead, own, company, asOf);
    },
    splitMove: (leadFacts, before, after, sameRubric) => {
      return splitPrepared(compiled, prepare(leadFacts, after.asOf), before, after, sameRubric);
    },
  };
}
