import { getPool } from '@/lib/server/db';
import type { SqlClient } from '@/lib/server/sql';
import { ROUTING_SETTING } from '@/lib/routing/constants';
import { storedRoutingSchema } from '@/lib/routing/schema';
import { readSetting } from '@/lib/settings/data';
import { RESPONSE_SETTING } from './constants';
import { findHours } from './find-hours';
import { responseSettingsSchema } from './schema';
import type { Answering, ResponseSettings } from './types';

/** How soon leads are to be answered, and when that was saved. */
export async function readResponse(
  client: SqlClient = getPool(),
): Promise<{ response: ResponseSettings; savedAt: Date | null }> {
  const { value, savedAt } = await readSetting(client, RESPONSE_SETTING);
  return { response: responseSettingsSchema.parse(value ?? {}), savedAt };
}

/** By what clocks run now. */
export async function readAnswering(client: SqlClient = getPool()): Promise<Answering> {
  const { response } = await readResponse(client);
  const { value } = await readSetting(client, ROUTING_SETTING);
  const { teams } = storedRoutingSchema.parse(value ?? {});
  const hoursOf = (userId: string | null) => findHours(userId, teams, response.hours);
  return { response, hoursOf };
}
