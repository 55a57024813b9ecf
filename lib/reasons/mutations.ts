import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { getDb } from '@/lib/server/db';
import { holdSetting, writeSetting } from '@/lib/settings/mutations';
import { REASONS_SETTING } from './constants';
import type { saveReasonsSchema } from './schema';

/**
 * Saves why leads may be given up. What was said before keeps its words.
 *
 * @returns when it was saved, in milliseconds since 1970.
 * @throws AppError `conflict` when someone else saved since the list was read.
 */
export async function saveReasons(
  actor: Actor<'rubric:write'>,
  { basedOn, reasons }: z.output<typeof saveReasonsSchema>,
): Promise<{ savedAt: number }> {
  return getDb().$transaction(async (tx) => {
    await holdSetting(tx, REASONS_SETTING, basedOn, 'the reasons');
    const savedAt = await writeSetting(tx, REASONS_SETTING, reasons);
    await writeAudit(tx, { user: actor, action: 'reasons.changed', details: { ...reasons } });
    return { savedAt };
  });
}
