import type { z } from 'zod';
import { buildAddress } from './address';
import type { leadSearchSchema } from './schema';

export type LeadSearch = z.output<typeof leadSearchSchema>;

/** The list's address with some of what it is asked for changed; a change of filter or sort begins at the first page. */
export function toLeadsAddress(search: LeadSearch, change: Partial<LeadSearch>): string {
  const moves = Object.keys(change).some((key) => key !== 'after' && key !== 'before');
  const start = moves ? { after: undefined, before: undefined } : {};
  const { sort, ...rest } = { ...search, ...start, ...change };
  return buildAddress('/leads', { ...rest, sort: sort === 'rank' ? undefined : sort });
}

/** A list with a value added, or taken away when it was there. */
export function toggleValue<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}
