import type { RubricVersion } from '@/lib/generated/prisma/client';
import type { Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { querySql } from '@/lib/server/sql';
import { LOCKS } from '../constants';
import { readDraft } from '../data';
import { describeChanges } from '../describe-change';
import { listDraftChanges } from '../list-changes';

/** Said to whoever edited what is no longer so. */
export const MOVED_ON =
  'Someone else changed the rubric meanwhile. Reload to see it, then make your edit again.';

/** Waits for the changes of facts under way, and keeps new ones waiting until commit. */
export async function lockFacts(tx: Db): Promise<void> {
  await querySql(tx, 'SELECT pg_advisory_xact_lock($1::bigint)::text AS "locked"', [LOCKS.facts]);
}

/**
 * The live version.
 *
 * @throws AppError `not_found` while there is none.
 */
export async function requireLive(tx: Db) {
  const live = await tx.rubricVersion.findFirst({ where: { live: true } });
  if (!live)
    throw new AppError('not_found', 'There is no live rubric yet. Start the worker, which makes one.');
  return live;
}

/** The number of a rubric's next version. */
export async function nextNumber(tx: Db, rubricId: string): Promise<number> {
  const { _max } = await tx.rubricVersion.aggregate({ where: { rubricId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

/** Of a stored version, what it is compared by. */
export type StoredVersion = Pick<RubricVersion, 'id' | 'document' | 'switchedOff'>;

/** In what one stored version differs from another, as the audit log keeps it. */
export function tellDifference(before: StoredVersion, after: StoredVersion): string[] {
  return describeChanges(listDraftChanges(readDraft(before), readDraft(after)));
}
