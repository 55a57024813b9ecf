import type { LeadMark } from '@/lib/stream/types';
import type { QueueTab } from './queue-conditions';
import type { QueueRows } from './schema';

/** What a queue shows, and to whom. */
export interface ShownQueue extends QueueRows {
  tab: QueueTab;
  viewerId: string;
}

/** Whether a lead that nobody, the viewer, or someone else holds may stand in a tab. */
function standsInTab(tab: QueueTab, holder: string | null, viewerId: string): boolean {
  switch (tab) {
    case 'mine':
    case 'snoozed':
      return holder === viewerId;
    case 'free':
      return holder === null;
    case 'team':
      return holder !== null;
  }
}

/** Whether the rank of a lead lies between the first and the last row of the page, where neither end is the list's. */
function standsOnPage({ page }: QueueRows, { rank, respondBy, score, id }: LeadMark): boolean {
  const place = [rank ?? 0, respondBy ?? Infinity, -(score ?? 0), id] as const;
  const placeOf = (row: QueueRows['page']['rows'][number] | undefined) =>
    row && ([row.score?.tierRank ?? 0, row.respondBy ?? Infinity, -(row.score?.score ?? 0), row.id] as const);
  const [first, last] = [placeOf(page.rows[0]), placeOf(page.rows.at(-1))];
  const afterFirst = !page.previous || !first || compare(place, first) >= 0;
  const beforeLast = !page.next || !last || compare(place, last) <= 0;
  return afterFirst && beforeLast;
}

type Place = readonly [rank: number, respondBy: number, scoreDown: number, id: string];

function compare([rankA, dueA, scoreA, idA]: Place, [rankB, dueB, scoreB, idB]: Place): number {
  if (rankA !== rankB) return rankA - rankB;
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return scoreA - scoreB || (idA > idB ? -1 : 1);
}

/**
 * Whether leads that changed concern what a queue shows: "rows" when a row on the page changes, comes or goes; "counts"
 * when only the tabs' counts might; null when neither. Filters other than the tab are not looked at, so that "rows" may
 * be said of a lead that the filter leaves out.
 */
export function touchesQueue(shown: ShownQueue, marks: readonly LeadMark[]): 'rows' | 'counts' | null {
  const visible = new Set(shown.page.rows.map(({ id }) => id));
  const ranks = new Set(shown.tiers.map(({ rank }) => rank));
  const waits = ({ open, rank }: LeadMark) => open && rank !== null && ranks.has(rank);
  const onPage = (mark: LeadMark) =>
    visible.has(mark.id) ||
    (waits(mark) && standsInTab(shown.tab, mark.holder, shown.viewerId) && standsOnPage(shown, mark));
  if (marks.some(onPage)) return 'rows';
  return marks.some(waits) ? 'counts' : null;
}
