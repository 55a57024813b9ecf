import type { z } from 'zod';
import type { Prisma } from '@/lib/generated/prisma/client';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { querySql } from '@/lib/server/sql';
import { readOwnLists, readSetting, type StoredSetting } from './data';
import { LISTS_SETTING } from './domain-lists';
import type { OwnLists, saveListsSchema } from './schema';

/**
 * Takes hold of a setting for the rest of a transaction, to change it.
 *
 * @param basedOn when what was edited had been saved, in milliseconds since 1970; null when it never was.
 * @param words what is edited, for the message: "the lists".
 * @throws AppError `conflict` when someone else saved since.
 */
export async function holdSetting(
  tx: Db,
  key: string,
  basedOn: number | null,
  words: string,
): Promise<StoredSetting> {
  await querySql(tx, `SELECT pg_advisory_xact_lock(hashtext($1))::text AS "locked"`, [key]);
  const stored = await readSetting(tx, key);
  if ((stored.savedAt?.getTime() ?? null) !== basedOn) {
    throw new AppError('conflict', `Someone else saved ${words} meanwhile. Reload to see theirs.`);
  }
  return stored;
}

/** Writes a setting that this transaction holds; answers when, in milliseconds since 1970. */
export async function writeSetting(tx: Db, key: string, value: Prisma.InputJsonValue): Promise<number> {
  const { updatedAt } = await tx.setting.upsert({
    where: { key },
    create: { key, value },
    update: { value },
  });
  return updatedAt.getTime();
}

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
      await holdSetting(tx, LISTS_SETTING, basedOn, 'the lists');
      const before = await readOwnLists(tx);
      const changes = compareLists(before.lists, lists);
      if (Object.keys(changes).length === 0) return { savedAt: basedOn, rescored: 0 };
      const savedAt = await writeSetting(tx, LISTS_SETTING, lists);
      await writeAudit(tx, { user: actor, action: 'lists.changed', details: changes });
      const leads = await querySql<{ id: string }>(
        tx,
        'SELECT l."id" FROM "Lead" l WHERE l."mergedIntoId" IS NULL',
      );
      await enqueueRescore(tx, { leadIds: leads.map(({ id }) => id), cause: 'attribute' });
      return { savedAt, rescored: leads.length };
    },
    { timeout: 60_000 },
  );
}
