import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { getDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { querySql } from '@/lib/server/sql';
import { readOwnLists } from './data';
import { LISTS_SETTING } from './domain-lists';
import type { OwnLists, saveListsSchema } from './schema';

const NAMES = ['personalDomains', 'disposableDomains', 'businessDomains', 'roleNames'] as const;

/** The entries that came and went, by list; lists that stayed are left out. */
function compareLists(before: OwnLists, after: OwnLists): Record<string, string[]> {
  const changes = NAMES.flatMap((name): [string, string[]][] => [
    [`${name} added`, after[name].filter((entry) => !before[name].includes(entry))],
    [`${name} removed`, before[name].filter((entry) => !after[name].includes(entry))],
  ]);
  return Object.fromEntries(changes.filter(([, entries]) => entries.length > 0));
}

/**
 * Saves the installation's own lists, and has every lead rescored, in one transaction.
 *
 * @returns when they were saved, and how many leads are rescored: none when nothing changed.
 * @throws AppError `conflict` when someone else saved since the lists were read.
 */
export async function saveLists(
  actor: Actor<'rubric:write'>,
  { basedOn, lists }: z.output<typeof saveListsSchema>,
): Promise<{ savedAt: number | null; rescored: number }> {
  return getDb().$transaction(
    async (tx) => {
      await querySql(tx, `SELECT pg_advisory_xact_lock(hashtext($1))::text AS "locked"`, [LISTS_SETTING]);
      const before = await readOwnLists(tx);
      if ((before.savedAt?.getTime() ?? null) !== basedOn) {
        throw new AppError('conflict', 'Someone else saved the lists meanwhile. Reload to see theirs.');
      }
      const changes = compareLists(before.lists, lists);
      if (Object.keys(changes).length === 0) return { savedAt: basedOn, rescored: 0 };
      const { updatedAt } = await tx.setting.upsert({
        where: { key: LISTS_SETTING },
        create: { key: LISTS_SETTING, value: lists },
        update: { value: lists },
      });
      await writeAudit(tx, { user: actor, action: 'lists.changed', details: changes });
      const leads = await querySql<{ id: string }>(
        tx,
        'SELECT l."id" FROM "Lead" l WHERE l."mergedIntoId" IS NULL',
      );
      await enqueueRescore(tx, { leadIds: leads.map(({ id }) => id), cause: 'attribute' });
      return { savedAt: updatedAt.getTime(), rescored: leads.length };
    },
    { timeout: 60_000 },
  );
}
