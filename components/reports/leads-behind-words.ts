import type { ANSWERS, COHORT_CHOICES } from '@/lib/reports/constants';
import type { LeadsBehindSearch } from '@/lib/reports/schema';

/** What brings a lead into the list, before the period. */
export const BEHIND_NAME: Record<LeadsBehindSearch['of'], string> = {
  engaged: 'First engaged',
  worked: 'Worked on',
  qualified: 'Qualified',
  answered: 'Given to reps',
};

/** When it did, as the head of a column. */
export const BEHIND_INSTANT: Record<LeadsBehindSearch['of'], string> = {
  engaged: 'First engaged',
  worked: 'Last worked on',
  qualified: 'Qualified',
  answered: 'Given',
};

/** How leads were answered. */
export const ANSWER_NAME: Record<(typeof ANSWERS)[number], string> = {
  inTime: 'In time',
  late: 'Late',
  missed: 'Not answered',
  waiting: 'Waiting',
};

/** How far qualified leads came. */
export const STEP_NAME: Record<LeadsBehindSearch['step'], string> = {
  marketing: 'Marketing-qualified',
  sales: 'Sales-qualified',
  engaged: 'Engaged by a rep',
  dealt: 'With a deal',
  won: 'Won',
};

/** Of what age; one choice may be left out. */
export const COHORT_NAME: Record<(typeof COHORT_CHOICES)[number], string> = {
  all: 'Of any age',
  mature: 'Had time to close',
  young: 'Not mature yet',
};
