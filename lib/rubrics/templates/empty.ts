import type { Rubric } from '@/lib/scoring/types';
import { DISPOSABLE_EMAIL, tiersFrom } from './template-parts';

/** Groups, tiers and limits without a criterion: for those who know what they look for. Until some are added all are C. */
export const EMPTY_TEMPLATE: Rubric = {
  format: 'leadgrid.rubric/1',
  name: 'Our rubric',
  fit: {
    groups: [
      { id: 'company', label: 'Company', min: -40, max: 60, criteria: [] },
      { id: 'person', label: 'Person', min: -60, max: 40, criteria: [] },
    ],
  },
  intent: {
    groups: [
      { id: 'buying', label: 'Buying', max: 70, criteria: [] },
      { id: 'attention', label: 'Attention', max: 30, criteria: [] },
      { id: 'cautions', label: 'Reasons for caution', min: -60, max: 0, criteria: [] },
    ],
  },
  disqualifiers: [DISPOSABLE_EMAIL],
  fitWeight: 0.5,
  grid: { fitCut: 50, intentCut: 40 },
  tiers: tiersFrom(70),
};
