import { getPool } from '@/lib/server/db';
import type { SqlClient } from '@/lib/server/sql';
import { readSetting } from '@/lib/settings/data';
import { REPORT_SETTING } from '../constants';
import { reportSettingsSchema, type ReportSettings } from '../schema';

/** How the reports count, and when that was saved; the defaults while nobody has said anything. */
export async function readReportSettings(
  client: SqlClient = getPool(),
): Promise<ReportSettings & { savedAt: Date | null }> {
  const { value, savedAt } = await readSetting(client, REPORT_SETTING);
  return { ...reportSettingsSchema.parse(value ?? {}), savedAt };
}
