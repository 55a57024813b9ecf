import { requirePage } from '@/lib/auth/guards';
import type { SearchParams } from '@/lib/leads/address';
import { listPeople } from '@/lib/users/data';
import { countReviews, listDecisions, listReviews } from './data';
import { reviewSearchSchema } from './schema';

const DECISIONS_SHOWN = 10;

/** The leads that wait for a review, who they may go to, and what was decided last. */
export async function loadReviews(searchParams: SearchParams) {
  await requirePage('leads:review', '/reviews');
  const [page, count, people, decisions] = await Promise.all([
    listReviews(reviewSearchSchema.parse(searchParams)),
    countReviews(),
    listPeople(),
    listDecisions(DECISIONS_SHOWN),
  ]);
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? null;
  return {
    page,
    count,
    people: people
      .filter(({ active, role }) => active && role !== 'ops')
      .map(({ id, name }) => ({ id, name })),
    decisions: decisions.map(({ at, lead, userId, toUserId, ...decision }) => ({
      ...decision,
      at: at.getTime(),
      lead: { id: lead.id, name: lead.name ?? lead.email ?? 'Unnamed lead' },
      by: nameOf(userId),
      to: nameOf(toUserId),
    })),
  };
}

/** Reviews as their components take them. */
export type ReviewsView = Awaited<ReturnType<typeof loadReviews>>;
