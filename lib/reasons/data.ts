import { getPool } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { readSetting } from '@/lib/settings/data';
import type { SqlClient } from '@/lib/server/sql';
import { REASONS_SETTING } from './constants';
import { reasonsSchema, type Reasons } from './schema';

/** Why leads are given up, and when that list was saved; null when it never was. */
export async function readReasons(
  client: SqlClient = getPool(),
): Promise<{ reasons: Reasons; savedAt: Date | null }> {
  const { value, savedAt } = await readSetting(client, REASONS_SETTING);
  return { reasons: reasonsSchema.parse(value ?? {}), savedAt };
}

/**
 * Reasons come from a list, so that they can be counted.
 *
 * @throws AppError `invalid` when this one is not on it.
 */
export async function checkReason(client: SqlClient, kind: keyof Reasons, reason: string): Promise<void> {
  const { reasons } = await readReasons(client);
  if (reasons[kind].includes(reason)) return;
  throw new AppError('invalid', 'This reason is not on the list any more. Reload and choose another.');
}
