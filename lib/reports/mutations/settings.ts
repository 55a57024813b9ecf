import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { getDb } from '@/lib/server/db';
import { holdSetting, writeSetting } from '@/lib/settings/mutations';
import { REPORT_SETTING } from '../constants';
import { reportSettingsSchema, type saveReportSettingsSchema } from '../schema';

/**
 * Saves how the reports count; answers when it was saved. Every figure, of past months too, counts by it from then on.
 *
 * @throws AppError `conflict` when someone else saved since it was read.
 */
export async function saveReportSettings(
  actor: Actor<'reports:write'>,
  { basedOn, settings }: z.output<typeof saveReportSettingsSchema>,
): Promise<{ savedAt: number }> {
  return getDb().$transaction(async (tx) => {
    const { value } = await holdSetting(tx, REPORT_SETTING, basedOn, 'how the reports count');
    const before = reportSettingsSchema.parse(value ?? {});
    const savedAt = await writeSetting(tx, REPORT_SETTING, settings);
    await writeAudit(tx, { user: actor, action: 'reports.changed', details: { before, after: settings } });
    return { savedAt };
  });
}
