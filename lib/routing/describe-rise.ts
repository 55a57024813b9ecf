import { describeDays } from '@/lib/scoring/describe';

/** What is told of a lead whose intent rose, in words. */
export function describeRise(points: number, to: number, days: number): string {
  return `Intent rose by ${points} to ${to} within ${describeDays(days)}`;
}
