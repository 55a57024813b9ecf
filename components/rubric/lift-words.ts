import { formatNumber } from '@/components/ui/format';

/** A lift as it is written in a row: "2.1×", "0×", "too few" when it cannot be said. */
export function formatLift(lift: number | null): string {
  if (lift === null) return 'too few';
  if (lift === Number.POSITIVE_INFINITY) return 'all won';
  return `${formatNumber(lift, 1)}×`;
}
