import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import { computeEvidence } from '@/lib/scoring/evidence';
import { explainScore, type Explanation } from '@/lib/scoring/explain';
import { matchEvents, matchOrderedEvents, type MatchedEvents } from '@/lib/scoring/match-events';
import { scoreLead } from '@/lib/scoring/score-lead';
import type { Labels } from '@/lib/scoring/describe';
import type { Evidence, LeadInput, ScoreOutput } from '@/lib/scoring/types';
import type { ScoringFacts } from '@/lib/facts/types';
import { findReason } from './find-reason';
import { rewindLead } from './rewind-values';
import type { Facts, LeadFacts, ScoredLead } from './types';

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

/** Scores the leads of a set, each as of any instants (in milliseconds). */
export interface Scorer {
  score: (lead: LeadFacts, asOf: number) => ScoreOutput;
  /** The score with what else is stored of it. */
  scoreToStore: (lead: LeadFacts, asOf: number) => ScoredLead;
  explain: (lead: LeadFacts, asOf: number, labels: Labels) => Explanation;
  /** The evidence alone: the score without points. */
  measure: (lead: LeadFacts, asOf: number) => Evidence;
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
  };
}
