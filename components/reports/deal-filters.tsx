import { Chip } from '@/components/ui/chip';
import { FilterBar } from '@/components/ui/page-body';
import type { AddressValue } from '@/lib/leads/address';
import { OUTCOME_CHOICES } from '@/lib/reports/constants';
import type { Period } from '@/lib/reports/period';
import type { DealSearch } from '@/lib/reports/schema';
import { CohortChips } from './cohort-chips';
import { dealsAddress, type PeriodMonths } from './report-address';
import { formatPeriod } from './report-words';
import { SegmentChip } from './segment-chip';

const OUTCOME_NAME: Record<(typeof OUTCOME_CHOICES)[number], string> = {
  any: 'Any outcome',
  closed: 'Closed',
  won: 'Won',
  lost: 'Lost',
  open: 'Open',
};

const FIRST_ANSWER_NAME: Record<Exclude<DealSearch['answer'], 'any'>, string> = {
  inTime: 'Answered in time',
  late: 'Answered late or never',
  judged: 'An answer was due',
};

export interface DealFiltersProps {
  search: DealSearch;
  period: Period;
  /** The rubric's tiers, best first. */
  tiers: readonly string[];
}

/** Which deals are listed; every choice is a link. */
export function DealFilters({ search, period, tiers }: DealFiltersProps) {
  const { tier, outcome, score, cohort, when, criterion, missing, answer } = search;
  const hrefWith = (change: Readonly<Record<string, AddressValue>>, of: PeriodMonths = period) =>
    dealsAddress(of, {
      tier,
      outcome: outcome === 'any' ? undefined : outcome,
      score,
      cohort: cohort === 'all' ? undefined : cohort,
      when: when === 'engaged' ? undefined : when,
      criterion,
      missing,
      answer: answer === 'any' ? undefined : answer,
      ...change,
    });
  const toggle = (name: string) =>
    tier.includes(name) ? tier.filter((other) => other !== name) : [...tier, name];
  return (
    <FilterBar role="group" aria-label="Which deals">
      <Chip on>
        {when === 'closed' ? 'Closed' : 'First engaged'} {formatPeriod(period)}
      </Chip>
      <SegmentChip period={period} hrefOf={(whole) => hrefWith({}, whole)} />
      {score ? (
        <Chip on removeHref={hrefWith({ score: undefined })} removeLabel="Any score">
          Score {score.low}–{score.high}
        </Chip>
      ) : null}
      {criterion === undefined ? null : (
        <Chip on removeHref={hrefWith({ criterion: undefined })} removeLabel="Whatever held">
          With {criterion}
        </Chip>
      )}
      {missing === undefined ? null : (
        <Chip on removeHref={hrefWith({ missing: undefined })} removeLabel="Whatever held">
          Without {missing}
        </Chip>
      )}
      {answer === 'any' ? null : (
        <Chip on removeHref={hrefWith({ answer: undefined })} removeLabel="Answered or not">
          {FIRST_ANSWER_NAME[answer]}
        </Chip>
      )}
      {[...new Set([...tiers, ...tier])].map((name) => (
        <Chip key={name} on={tier.includes(name)} href={hrefWith({ tier: toggle(name) })}>
          Tier {name}
        </Chip>
      ))}
      <span aria-hidden className="mx-1 h-4 border-l border-line max-sm:hidden" />
      {OUTCOME_CHOICES.filter((choice) => choice !== 'any').map((choice) => (
        <Chip
          key={choice}
          on={outcome === choice}
          href={hrefWith({ outcome: outcome === choice ? undefined : choice })}
        >
          {OUTCOME_NAME[choice]}
        </Chip>
      ))}
      <CohortChips cohort={cohort} hrefWith={(choice) => hrefWith({ cohort: choice })} />
    </FilterBar>
  );
}
