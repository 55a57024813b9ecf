import type { PeriodSearch, Segment } from './schema';

/** The part of the market that was asked for; undefined for all of it. */
export function readSegment({
  source = [],
  country = [],
  industry = [],
  size = [],
}: PeriodSearch): Segment | undefined {
  const isWhole = [source, country, industry, size].every((chosen) => chosen.length === 0);
  return isWhole ? undefined : { source, country, industry, size };
}
