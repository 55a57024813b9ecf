import type { Rubric } from '@/lib/scoring/types';
import { B2B_SAAS_FIT } from './b2b-saas-fit';
import { B2B_SAAS_INTENT } from './b2b-saas-intent';
import { DISPOSABLE_EMAIL, tiersFrom } from './template-parts';

/**
 * A starting point for vendors of business software who sell to revenue and operations teams: points follow nearness
 * to purchase, everything that people do fades, and there are reasons against as well as for.
 */
export const B2B_SAAS_TEMPLATE: Rubric = {
  format: 'leadgrid.rubric/1',
  name: 'B2B SaaS',
  fit: { groups: B2B_SAAS_FIT },
  intent: { groups: B2B_SAAS_INTENT },
  disqualifiers: [
    {
      id: 'competitor',
      label: 'Works for a competitor',
      when: {
        field: 'email.domain',
        op: 'in',
        value: ['scorepilot.example', 'pipeheat.example', 'leadbarometer.example'],
      },
    },
    DISPOSABLE_EMAIL,
  ],
  fitWeight: 0.5,
  grid: { fitCut: 50, intentCut: 40 },
  tiers: tiersFrom(70),
};
