import type { z } from 'zod';
import { getPool } from '@/lib/server/db';
import type { SqlClient } from '@/lib/server/sql';
import { readSetting } from '@/lib/settings/data';
import { ROUTING_SETTING } from '../constants';
import { storedRoutingSchema } from '../schema';

/** Routing as it is stored, with the salt by which leads are drawn; and when it was saved. */
export async function readRouting(
  client: SqlClient = getPool(),
): Promise<{ routing: z.output<typeof storedRoutingSchema>; savedAt: Date | null }> {
  const { value, savedAt } = await readSetting(client, ROUTING_SETTING);
  return { routing: storedRoutingSchema.parse(value ?? {}), savedAt };
}
