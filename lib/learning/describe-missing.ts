import { LEAST_OF_EACH } from './constants';

/** What is missing for learning, in words; null when there is enough. */
export function describeMissing(won: number, lost: number): string | null {
  const missing = [
    ...(won < LEAST_OF_EACH ? [`${LEAST_OF_EACH - won} more won (there are ${won})`] : []),
    ...(lost < LEAST_OF_EACH ? [`${LEAST_OF_EACH - lost} more lost (there are ${lost})`] : []),
  ];
  if (missing.length === 0) return null;
  return `Too few closed deals to learn from: at least ${LEAST_OF_EACH} won and ${LEAST_OF_EACH} lost are needed, so ${missing.join(' and ')}.`;
}
