import { listPlaces } from '@/lib/reports/build-criteria';
import { buildReview } from '@/lib/reports/build-review';
import { MATURITY_DAYS } from '@/lib/reports/constants';
import { maturityCutoff, readPeriod } from '@/lib/reports/period';
import type { ReviewFigures } from '@/lib/reports/schema';
import type { CriterionRow, FiredRow, MatureRow } from '@/lib/reports/types';
import type { Rubric } from '@/lib/scoring/types';
import type { Scorer } from '@/lib/scores/score-facts';
import type { Facts } from '@/lib/scores/types';
import type { DemoData, DemoDeal } from './seed-data/types';

/** How long ago the demo's last review was: the next one is due in a few weeks. */
export const LAST_REVIEW_DAYS = 62;

export const REVIEW_NOTE =
  'A leads close well above the rest, so thresholds stay. Reps take up to a day with leads that come in on a Friday: ' +
  'agreed on a weekend turn. Next time look at whether downloads of the price list still mean anything.';

/** What a review of some time ago saw, of what had happened by then alone. */
export function lookBack(
  data: Pick<DemoData, 'deals' | 'engagements'>,
  scorer: Scorer,
  facts: Facts,
  live: { number: number; document: Rubric },
  at: Date,
): ReviewFigures {
  const cutoff = maturityCutoff(at);
  const period = readPeriod({}, { first: null, enough: null }, at);
  const leads = new Map(facts.leads.map((lead) => [lead.lead.id, lead]));
  const engaged = data.engagements.flatMap(({ leadId, at: engagedAt }) => {
    const lead = leads.get(leadId);
    if (!lead || engagedAt > at || engagedAt < period.start) return [];
    return { ...scorer.scoreToStore(lead, engagedAt.getTime()), leadId, before: engagedAt < cutoff };
  });
  const byLead = new Map(engaged.map((one) => [one.leadId, one]));
  const mature = data.deals.flatMap((deal) => {
    const one = byLead.get(deal.leadId);
    return one?.before ? { ...one, outcome: outcomeAt(deal, at) } : [];
  });
  const places = listPlaces(live.document).map((_, place) => place);
  const closed = mature.filter(({ outcome }) => outcome !== 'open');
  const criteria = [null, ...places].map((place): CriterionRow => {
    const own = closed.filter(({ counted }) => place === null || counted.includes(place));
    const won = own.filter(({ outcome }) => outcome === 'won').length;
    return { place, won, lost: own.length - won };
  });
  const fired = [null, ...places].map((place): FiredRow => {
    const own = engaged.filter(({ counted }) => place === null || counted.includes(place));
    const before = own.filter((one) => one.before).length;
    return { place, before, after: own.length - before };
  });
  const rows = {
    mature: mature.map(({ tier, score, outcome }): MatureRow => ({
      tier,
      score,
      outcome,
      basis: 'touch',
      count: 1,
    })),
    young: [],
    unknown: 0,
    pace: { closed: 0, won: 0 },
  };
  const counted = engaged.map((one) => ({ ...one, count: 1 }));
  return buildReview({ rows, criteria, engaged: counted, fired }, live, period, at, MATURITY_DAYS);
}

function outcomeAt({ outcome, closedAt }: DemoDeal, at: Date): DemoDeal['outcome'] {
  return closedAt !== null && closedAt <= at ? outcome : 'open';
}
