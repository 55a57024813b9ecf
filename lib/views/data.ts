import { getDb } from '@/lib/server/db';
import { MOST_VIEWS } from './constants';
import type { View } from './types';

/** A person's own views and those that colleagues share, each by name. */
export async function listViews(userId: string): Promise<View[]> {
  const rows = await getDb().savedView.findMany({
    where: { OR: [{ userId }, { shared: true, user: { active: true } }] },
    orderBy: { name: 'asc' },
    take: MOST_VIEWS * 4,
    select: {
      id: true,
      name: true,
      query: true,
      shared: true,
      userId: true,
      user: { select: { name: true } },
    },
  });
  return rows.map(({ id, name, query, shared, userId: ownerId, user }) => ({
    id,
    name,
    address: query,
    shared,
    by: ownerId === userId ? null : user.name,
  }));
}
