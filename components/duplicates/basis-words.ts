import type { DuplicateBasis } from '@/lib/duplicates/types';

/** Why two leads may be one person. */
export const BASIS_WORDS: Record<DuplicateBasis, string> = {
  email: 'the same mailbox',
  external_id: 'the same external id in two sources',
  name: 'alike names at one company',
};
