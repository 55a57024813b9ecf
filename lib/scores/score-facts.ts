import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import { computeEvidence } from '@/lib/scoring/evidence';
import { explainScore, type Explanation } from '@/lib/scoring/explain';
import { matchEvents, type MatchedEvents } from '@/lib/scoring/match-events';
import { scoreLead } from '@/lib/scoring/score-lead';
import type { Labels } from '@/lib/scoring/describe';
import type { Evidence, LeadInput } from '@/lib/scoring/types';
import { findReason } from './find-reason';
import { rewindLead } from './rewind-values';
import type { Facts, LeadFacts, ScoredLead } from './types';

/** A lead as of an instant, its events sorted out by criterion. */
interface Prepared {
  lead: LeadInput;
  own: MatchedEvents;
  company: MatchedEvents;
}

/** Sorts out each company's events once, for all its leads. */
function prepareWith(compiled: CompiledRubric, facts: Facts) {
  const matched = new Map<string, MatchedEvents>();
  const matchCompany = (id: string): MatchedEvents => {
    const known = matched.get(id);
    if (known) return known;
    const made = matchEvents(compiled, 'company', facts.companyEvents.get(id) ?? []);
    matched.set(id, made);
    return made;
  };
  return ({ lead, events }: LeadFacts, asOf: number): Prepared => {
    const changes = facts.pastValues.get(lead.id) ?? [];
    const companyChanges = facts.pastValues.get(lead.company?.id ?? '') ?? [];
    return {
      lead:
        changes.length + companyChanges.length > 0 ? rewindLead(lead, changes, companyChanges, asOf) : lead,
      own: matchEvents(compiled, 'lead', events),
      company: lead.company ? matchCompany(lead.company.id) : matchEvents(compiled, 'company', events),
    };
  };
}

/** The place of a tier in the rubric; 0 is the best. */
export function rankTier(compiled: CompiledRubric, tier: string): number {
  return compiled.rubric.tiers.findIndex(({ name }) => name === tier);
}

/** A scorer of a set of leads, at any instants. */
export function scoreWith(
  compiled: CompiledRubric,
  facts: Facts,
): (lead: LeadFacts, asOf: number) => ScoredLead {
  const prepare = prepareWith(compiled, facts);
  return (leadFacts, asOf) => {
    const { lead, own, company } = prepare(leadFacts, asOf);
    const score = scoreLead(compiled, lead, own, company, asOf);
    return {
      ...score,
      leadId: lead.id,
      asOf,
      tierRank: rankTier(compiled, score.tier),
      reason: findReason(compiled, score, own, company, asOf),
    };
  };
}

/**
 * Scores a set of leads.
 *
 * @param instantOf the instant for each lead, in milliseconds; the same for all, or one for each.
 */
export function scoreFacts(
  compiled: CompiledRubric,
  facts: Facts,
  instantOf: (leadId: string) => number,
): ScoredLead[] {
  const score = scoreWith(compiled, facts);
  return facts.leads.map((lead) => score(lead, instantOf(lead.lead.id)));
}

/** What each lead of a set has done and is, criterion by criterion, at an instant (milliseconds): its score without points. */
export function measureFacts(
  compiled: CompiledRubric,
  facts: Facts,
  asOf: number,
): { leadId: string; evidence: Evidence }[] {
  const prepare = prepareWith(compiled, facts);
  return facts.leads.map((leadFacts) => {
    const { lead, own, company } = prepare(leadFacts, asOf);
    return { leadId: lead.id, evidence: computeEvidence(compiled, lead, own, company, asOf) };
  });
}

/** Why a lead of the set scores as it does at an instant; null when it is not in the set. */
export function explainFacts(
  compiled: CompiledRubric,
  facts: Facts,
  leadId: string,
  asOf: number,
  labels: Labels,
): Explanation | null {
  const leadFacts = facts.leads.find(({ lead }) => lead.id === leadId);
  if (!leadFacts) return null;
  const { lead, own, company } = prepareWith(compiled, facts)(leadFacts, asOf);
  return explainScore(compiled, lead, own, company, asOf, labels);
}
