import type { FlagAnswer } from '@/lib/flags/types';

/** What became of a flag, in words. */
export const OUTCOME_WORDS: Record<FlagAnswer['outcome'], string> = {
  changed: 'Changed',
  kept: 'Stays as it is',
  withdrawn: 'Withdrawn',
};
