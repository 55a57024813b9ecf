import { tellProperty } from '@/lib/activities/timeline';
import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { STANDARD_EVENT_LABELS } from '@/lib/scores/standard-labels';
import { FILTERED_PER_PAGE } from './constants';
import { countFiltered, listFiltered } from './data';
import { nameFilterReason } from './name-filter-reason';
import { filteredAddressSchema, formatEventKey } from './schema';

/** The screen of filtered events: how many for each reason, one page of them, and the keys of the pages around it. */
export async function loadFiltered(address: unknown) {
  const actor = await requirePage('settings:read', '/settings/filtered');
  const { reason, before, after } = filteredAddressSchema.parse(address);
  const [counts, found] = await Promise.all([
    countFiltered(new Date()),
    listFiltered({ reason, before, after, limit: FILTERED_PER_PAGE + 1 }),
  ]);
  const more = found.length > FILTERED_PER_PAGE;
  const rows = after && more ? found.slice(1) : found.slice(0, FILTERED_PER_PAGE);
  const [first, last] = [rows.at(0), rows.at(-1)];
  const hasNewer = after ? more : before !== undefined;
  const hasOlder = after ? true : more;
  return {
    reason,
    counts: counts.map((count) => ({ ...count, ...nameFilterReason(count.reason) })),
    events: rows.map(({ properties, type, ...row }) => ({
      ...row,
      title: STANDARD_EVENT_LABELS[type] ?? type,
      detail: tellProperty(properties),
      because: nameFilterReason(row.reason).because,
    })),
    newer: hasNewer && first ? formatEventKey(first) : undefined,
    older: hasOlder && last ? formatEventKey(last) : undefined,
    mayRestoreAll: isAllowed(actor.role, 'rubric:write'),
  };
}

/** The screen of filtered events as its components take it. */
export type FilteredView = Awaited<ReturnType<typeof loadFiltered>>;
