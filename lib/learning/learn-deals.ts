import { compileRubric } from '@/lib/scoring/compile-rubric';
import type { Labels } from '@/lib/scoring/describe';
import { computeEvidence } from '@/lib/scoring/evidence';
import { placeEvidence } from '@/lib/scoring/score-evidence';
import type { Rubric } from '@/lib/scoring/types';
import { HOLDOUT_SHARE } from './constants';
import { cutColumn } from './cut-bins';
import { fitRateCurve, judgeScores, rateAt, type Judgement } from './judge-scores';
import { learnTable, type Learned } from './learn-table';
import { proposeCriteria, type Proposal } from './propose-criteria';
import { readDeals, type DealLead } from './read-deals';
import { rowsWhere } from './shuffle-rows';

/** What was learned from closed deals, beside what the live rubric makes of the same ones. */
export interface LearnedFromDeals extends Learned {
  /** How the live rubric, as of each first engagement, does on the deals held out. */
  live: Judgement;
  proposals: readonly Proposal[];
  training: { won: number; lost: number };
  heldOut: { won: number; lost: number; /** The first engagement held out, in milliseconds. */ from: number };
}

/** What an ordinary rubric has and a learned one cannot know: tiers' names and actions, disqualifiers. */
function adoptRules(learned: Rubric, live: Rubric): Rubric {
  const sameTiers = live.tiers.length === learned.tiers.length;
  const tiers = learned.tiers.map((tier, place) => {
    const { name = tier.name, action = tier.action } = (sameTiers ? live.tiers[place] : undefined) ?? {};
    return { ...tier, name, action };
  });
  return { ...learned, tiers, disqualifiers: live.disqualifiers };
}

function countOutcomes(outcomes: Uint8Array, rows: Int32Array): { won: number; lost: number } {
  const won = rows.reduce((sum, row) => sum + (outcomes[row] ?? 0), 0);
  return { won, lost: rows.length - won };
}

function judgeLive(
  deals: readonly DealLead[],
  outcomes: Uint8Array,
  train: Int32Array,
  held: Int32Array,
): Judgement {
  const pick = <T extends number>(rows: Int32Array, read: (row: number) => T) => Uint8Array.from(rows, read);
  const scoreOf = (row: number) => deals[row]?.liveScore ?? 0;
  const outcomeOf = (row: number) => outcomes[row] ?? 0;
  const curve = fitRateCurve(pick(train, scoreOf), pick(train, outcomeOf));
  const scores = pick(held, scoreOf);
  return judgeScores(
    scores,
    Float64Array.from(scores, (score) => rateAt(curve, score)),
    pick(held, outcomeOf),
  );
}

/**
 * Learns a rubric from closed deals as their leads were at first engagement; the newest by engagement are held out.
 *
 * @param live the rubric that scores the leads now: what it looks at is not proposed, and its rules are adopted.
 * @param keep labels of fields that are learned from although they look as if known only afterwards.
 */
export function learnDeals(
  deals: readonly DealLead[],
  live: Rubric,
  labels: Labels,
  keep: ReadonlySet<string>,
): LearnedFromDeals {
  const order = deals.toSorted((a, b) => a.engagedAt - b.engagedAt || (a.lead.id < b.lead.id ? -1 : 1));
  const outcomes = Uint8Array.from(order, ({ won }) => (won ? 1 : 0));
  const asOf = Float64Array.from(order, ({ engagedAt }) => engagedAt);
  const first = Math.round(order.length * (1 - HOLDOUT_SHARE));
  const train = rowsWhere(order.length, (row) => row < first);
  const held = rowsWhere(order.length, (row) => row >= first);
  const table = readDeals(order, labels);
  const score = (rubric: Rubric, rows: Int32Array) => {
    const compiled = compileRubric(rubric);
    return Uint8Array.from(rows, (row) => {
      const deal = order[row];
      if (!deal) return 0;
      const { lead, events, engagedAt } = deal;
      return placeEvidence(compiled, computeEvidence(compiled, lead, events, events, engagedAt)).score;
    });
  };
  const learned = learnTable({
    ...table,
    name: 'Learned from deals',
    outcomes,
    asOf,
    train,
    held,
    keep,
    seed: 7,
    score,
  });
  const leaks = new Set(learned.leftOut.map(({ column }) => column));
  const features = [
    ...table.columns
      .filter(({ name }) => !leaks.has(name))
      .flatMap((column) => cutColumn(column, false, asOf)),
    ...table.features,
  ].filter(({ bins }) => bins.length > 1);
  const evidence = { features, indicators: table.indicators, outcomes };
  return {
    ...learned,
    rubric: adoptRules(learned.rubric, live),
    live: judgeLive(order, outcomes, train, held),
    proposals: proposeCriteria(evidence, live, learned.pointsPerLogOdds || 10),
    training: countOutcomes(outcomes, train),
    heldOut: { ...countOutcomes(outcomes, held), from: asOf[first] ?? 0 },
  };
}
