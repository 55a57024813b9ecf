import type { AlertKind } from '@/lib/generated/prisma/enums';
import { getDb } from '@/lib/server/db';
import type { ALERT_TABS } from './constants';

/** What somebody was told of a lead. */
export interface AlertRow {
  id: string;
  at: Date;
  kind: AlertKind;
  detail: string;
  seenAt: Date | null;
  lead: { id: string; name: string; company: string | null; tier: string | null };
  /** Who was told; null for everyone. */
  to: string | null;
}

export interface AlertQuery {
  tab: (typeof ALERT_TABS)[number];
  userId: string;
  /** Only older ones than this. */
  before?: string;
  limit: number;
}

const WHERE = {
  yours: (userId: string) => ({ userId }),
  nurtured: () => ({ kind: 'intent' as const }),
  everyone: () => ({}),
};

/** A page of alerts, newest first. */
export async function listAlerts({ tab, userId, before, limit }: AlertQuery): Promise<AlertRow[]> {
  const db = getDb();
  const last = before ? await db.alert.findUnique({ where: { id: before }, select: { at: true } }) : null;
  const older = last && {
    OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: before } }],
  };
  const rows = await db.alert.findMany({
    where: { ...WHERE[tab](userId), ...older },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
    select: {
      id: true,
      at: true,
      kind: true,
      detail: true,
      seenAt: true,
      user: { select: { name: true } },
      lead: {
        select: {
          id: true,
          name: true,
          email: true,
          externalId: true,
          company: { select: { name: true } },
          score: { select: { tier: true } },
        },
      },
    },
  });
  return rows.map(({ user, lead, ...row }) => ({
    ...row,
    to: user?.name ?? null,
    lead: {
      id: lead.id,
      name: lead.name ?? lead.email ?? lead.externalId ?? 'Unnamed lead',
      company: lead.company?.name ?? null,
      tier: lead.score?.tier ?? null,
    },
  }));
}

/** How many alerts somebody has not seen yet. */
export function countUnseen(userId: string): Promise<number> {
  return getDb().alert.count({ where: { userId, seenAt: null } });
}
