import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import type { SearchParams } from '@/lib/leads/address';
import { COUNT_LIMIT, PAIRS_PER_PAGE } from './constants';
import { countDuplicates, listDuplicates } from './data';
import { pairKeySchema } from './schema';

/** The page of proposed duplicates. */
export async function loadDuplicates({ after }: SearchParams) {
  const actor = await requirePage('leads:read', '/leads/duplicates');
  const key = pairKeySchema.parse(typeof after === 'string' ? after : null);
  const [page, count] = await Promise.all([
    listDuplicates(PAIRS_PER_PAGE, key),
    countDuplicates(COUNT_LIMIT + 1),
  ]);
  const next =
    page.next && `${Number(page.next.likeness.toFixed(9))}_${page.next.leadId}_${page.next.otherId}`;
  return {
    pairs: page.pairs,
    count,
    next,
    isFirst: key === null,
    mayMerge: isAllowed(actor.role, 'leads:merge'),
  };
}

export type DuplicatesView = Awaited<ReturnType<typeof loadDuplicates>>;
