import { getDb } from '@/lib/server/db';

/** Where a page of the audit log begins: the instant and id of the entry before it. */
export interface AuditKey {
  at: Date;
  id: string;
}

export interface AuditQuery {
  /** Only entries of this action, such as "rubric.published". */
  action?: string;
  /** Only entries older than this one, newest first. */
  before?: AuditKey;
  /** Only entries newer than this one; of those the oldest, still newest first. */
  after?: AuditKey;
  limit: number;
}

export interface AuditRow {
  id: string;
  at: Date;
  actor: string;
  action: string;
  subject: string | null;
  details: unknown;
}

const COLUMNS = { id: true, at: true, actor: true, action: true, subject: true, details: true } as const;

/** A page of the audit log, newest first, by keyset: as fast on the last page as on the first. */
export async function listAuditEntries({ action, before, after, limit }: AuditQuery): Promise<AuditRow[]> {
  const backwards = after !== undefined;
  const key = after ?? before;
  const side = backwards ? 'gt' : 'lt';
  const rows = await getDb().auditEntry.findMany({
    where: {
      ...(action === undefined ? {} : { action }),
      ...(key ? { OR: [{ at: { [side]: key.at } }, { at: key.at, id: { [side]: key.id } }] } : {}),
    },
    orderBy: backwards ? [{ at: 'asc' }, { id: 'asc' }] : [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
    select: COLUMNS,
  });
  return backwards ? rows.reverse() : rows;
}

/** Every action that was ever logged, by name. */
export async function listAuditActions(): Promise<string[]> {
  const rows = await getDb().auditEntry.groupBy({ by: ['action'], orderBy: { action: 'asc' } });
  return rows.map(({ action }) => action);
}
