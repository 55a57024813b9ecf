import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import {
  measureLead,
  prepareLead,
  readEvidence,
  type Measures,
  type PreparedLead,
} from '@/lib/scoring/evidence';
import { explainScore, type Explanation } from '@/lib/scoring/explain';
import { matchEvents, matchOrderedEvents, type MatchedEvents } from '@/lib/scoring/match-events';
import { findLift, type Lift } from '@/lib/scoring/find-lift';
import { measureFade } from '@/lib/scoring/measure-fade';
import { packEvidence, unpackEvidence } from '@/lib/scoring/pack-evidence';
import { findChangeAfter } from '@/lib/scoring/next-change';
import { placeEvidence, scoreEvidence } from '@/lib/scoring/score-evidence';
import { scoreMeasured } from '@/lib/scoring/score-lead';
import type { Labels } from '@/lib/scoring/describe';
import type { Contribution, Evidence, LeadInput, ScoreOutput } from '@/lib/scoring/types';
import type { ScoringFacts } from '@/lib/facts/types';
import { findReason } from './find-reason';
import { rewindLead } from './rewind-values';
import { splitMove, type Breakdown } from './split-move';
import type { Facts, LeadFacts, MovedPart, ScoredLead, StoredScore } from './types';

/** A lead as of an instant, its events sorted out by criterion. */
interface Matched {
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
function matchWith(compiled: CompiledRubric, facts: Facts) {
  const ownByLead = new Map<string, MatchedEvents>();
  const byCompany = new Map<string, MatchedEvents>();
  return ({ lead, events }: LeadFacts, asOf: number): Matched => {
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
export type DatedBreakdown = Breakdown & { asOf: number };

/** Splits what moved between two breakdowns of a lead, see `splitMove`; the earlier one is null for its first score. */
export function splitPrepared(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  before: DatedBreakdown | null,
  after: DatedBreakdown,
  sameRubric: boolean,
): MovedPart[] {
  const fades = before ? measureFade(compiled, prepared, before.asOf, after.asOf) : undefined;
  return splitMove(compiled.rubric, before, after, { fades, sameRubric });
}

function listCounted(units: Float64Array): number[] {
  const places: number[] = [];
  for (let place = 0; place < units.length; place += 1) if (units[place] !== 0) places.push(place);
  return places;
}

/** A score as it is to be stored, without what is costly to find: when it changes, and what it was measured from. */
export type PlacedLead = Omit<ScoredLead, 'nextChangeAt' | 'evidence'>;

/** What a lead's measures come to. */
export function placeToStore(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  measures: Measures,
): PlacedLead {
  const { fit, intent, score, tier, quadrant, disqualifiedBy } = placeEvidence(
    compiled,
    readEvidence(compiled, measures),
  );
  return {
    leadId: prepared.lead.id,
    asOf: measures.asOf,
    fit,
    intent,
    score,
    tier,
    quadrant,
    disqualifiedBy,
    tierRank: rankTier(compiled, tier),
    reason: findReason(compiled, measures.units, prepared, measures.asOf),
    counted: listCounted(measures.units),
  };
}

/**
 * The score of a lead as of an instant (in milliseconds), with what else is stored of it.
 *
 * @param keepsEvidence whether the evidence stored of it stays right, so that it need not be packed.
 * @param scratch measures to write into, for use with many leads; new ones when absent.
 */
export function scoreToStore(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  asOf: number,
  keepsEvidence = false,
  scratch?: Measures,
): ScoredLead {
  const measures = measureLead(compiled, prepared, asOf, scratch);
  return {
    ...placeToStore(compiled, prepared, measures),
    nextChangeAt: findChangeAfter(compiled, prepared, measures),
    evidence: keepsEvidence ? null : packEvidence(compiled, prepared, measures),
  };
}

/** What a lead's criteria contribute as of an instant, in milliseconds. */
export function listContributions(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  asOf: number,
): Contribution[] {
  return scoreEvidence(compiled, readEvidence(compiled, measureLead(compiled, prepared, asOf))).contributions;
}

/** Brings the leads of a set and their events together. */
export function prepareEveryone(compiled: CompiledRubric, facts: ScoringFacts): PreparedLead[] {
  const { leads, ownEvents, companyEvents } = facts;
  const byCompany = new Map<string, MatchedEvents>();
  return leads.map((lead) => {
    const events = ownEvents.get(lead.id) ?? [];
    const companyId = lead.company?.id;
    const own = matchOrderedEvents(compiled, 'lead', events);
    const company = remember(byCompany, companyId ?? lead.id, () =>
      matchOrderedEvents(compiled, 'company', companyId ? (companyEvents.get(companyId) ?? []) : events),
    );
    return prepareLead(compiled, lead, own, company);
  });
}

/** The contributions of a stored score, from its evidence. */
export function readContributions(
  compiled: CompiledRubric,
  { leadId, evidence, scoredAt }: Pick<StoredScore, 'leadId' | 'evidence' | 'scoredAt'>,
): Contribution[] {
  return listContributions(compiled, unpackEvidence(compiled, leadId, evidence), scoredAt);
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
  const match = matchWith(compiled, facts);
  const prepare = (leadFacts: LeadFacts, asOf: number) => {
    const { lead, own, company } = match(leadFacts, asOf);
    return prepareLead(compiled, lead, own, company);
  };
  return {
    score: (leadFacts, asOf) => {
      const prepared = prepare(leadFacts, asOf);
      return scoreMeasured(compiled, prepared, measureLead(compiled, prepared, asOf));
    },
    scoreToStore: (leadFacts, asOf) => scoreToStore(compiled, prepare(leadFacts, asOf), asOf),
    explain: (leadFacts, asOf, labels) => {
      const { lead, own, company } = match(leadFacts, asOf);
      return explainScore(compiled, lead, own, company, asOf, labels);
    },
    measure: (leadFacts, asOf) =>
      readEvidence(compiled, measureLead(compiled, prepare(leadFacts, asOf), asOf)),
    findLift: (leadFacts, asOf) => {
      const { lead, own, company } = match(leadFacts, asOf);
      return findLift(compiled, lead, own, company, asOf);
    },
    splitMove: (leadFacts, before, after, sameRubric) =>
      splitPrepared(compiled, prepare(leadFacts, after.asOf), before, after, sameRubric),
  };
}
