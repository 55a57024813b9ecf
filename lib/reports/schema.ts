import { z } from 'zod';
import { choiceParam, listParam, rangeParam, textParam } from '@/lib/leads/address';
import { CHARTS, COHORT_CHOICES, OUTCOME_CHOICES } from './constants';

/** The period of a report: `?from=2025-06&to=2026-11`; read further by readPeriod, which knows what falls back to what. */
export const periodSchema = z.object({ from: textParam(7), to: textParam(7) });

/** Which deals stand behind a figure: `?tier=A&outcome=won&score=70-79`. Bad values fall back to all. */
export const dealSearchSchema = periodSchema.extend({
  tier: listParam,
  outcome: choiceParam(OUTCOME_CHOICES, 'any'),
  score: rangeParam,
  cohort: choiceParam(COHORT_CHOICES, 'all'),
  after: textParam(),
});

export type DealSearch = z.output<typeof dealSearchSchema>;

export const chartSchema = z.enum(CHARTS, {
  error: `There is no such chart; there are ${CHARTS.join(', ')}`,
});
