import { getPool } from '@/lib/server/db';
import type { SqlClient } from '@/lib/server/sql';
import { readSetting } from '@/lib/settings/data';
import { RESPONSE_SETTING } from './constants';
import { responseSettingsSchema } from './schema';
import type { ResponseSettings } from './types';

/** How soon leads are to be answered, and when that was saved. */
export async function readResponse(
  client: SqlClient = getPool(),
): Promise<{ response: ResponseSettings; savedAt: Date | null }> {
  const { value, savedAt } = await readSetting(client, RESPONSE_SETTING);
  return { response: responseSettingsSchema.parse(value ?? {}), savedAt };
}
