import { Chip } from '@/components/ui/chip';
import { COHORT_CHOICES } from '@/lib/reports/constants';
import { COHORT_NAME } from './leads-behind-words';

type Cohort = (typeof COHORT_CHOICES)[number];

export interface CohortChipsProps {
  cohort: Cohort;
  /** Where a cohort alone is listed; undefined for whichever. */
  hrefWith: (cohort: Cohort | undefined) => string;
}

/** Whether leads that have had their time, or those that have not, are listed; parted from the filters before it. */
export function CohortChips({ cohort, hrefWith }: CohortChipsProps) {
  return (
    <>
      <span aria-hidden className="mx-1 h-4 border-l border-line max-sm:hidden" />
      {COHORT_CHOICES.filter((choice) => choice !== 'all').map((choice) => (
        <Chip key={choice} on={cohort === choice} href={hrefWith(cohort === choice ? undefined : choice)}>
          {COHORT_NAME[choice]}
        </Chip>
      ))}
    </>
  );
}
