import { FILTER_WORDS, type FilterReason } from './constants';

function isKnown(reason: string): reason is FilterReason {
  return Object.hasOwn(FILTER_WORDS, reason);
}

/** A reason in words; one that another program wrote stands as it is. */
export function nameFilterReason(reason: string): { label: string; because: string } {
  return isKnown(reason) ? FILTER_WORDS[reason] : { label: reason, because: reason };
}
