import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { getDb } from '@/lib/server/db';
import { holdSetting, writeSetting } from '@/lib/settings/mutations';
import { CALM_SETTING } from './constants';
import { calmSettingsSchema, type saveCalmSchema } from './schema';

/**
 * Saves when a lead that comes back is news again; answers when it was saved.
 *
 * @throws AppError `conflict` when someone else saved since it was read.
 */
export async function saveCalm(
  actor: Actor<'routing:write'>,
  { basedOn, calm }: z.output<typeof saveCalmSchema>,
): Promise<{ savedAt: number }> {
  return getDb().$transaction(async (tx) => {
    const { value } = await holdSetting(tx, CALM_SETTING, basedOn, 'this');
    const before = calmSettingsSchema.parse(value ?? {});
    const savedAt = await writeSetting(tx, CALM_SETTING, calm);
    const details = { before: { ...before }, after: { ...calm } };
    await writeAudit(tx, { user: actor, action: 'calm.changed', details });
    return { savedAt };
  });
}
