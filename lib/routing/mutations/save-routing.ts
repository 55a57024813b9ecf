import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { getDb } from '@/lib/server/db';
import { holdSetting, writeSetting } from '@/lib/settings/mutations';
import { toPlainJson } from '@/lib/settings/schema';
import { ROUTING_SETTING } from '../constants';
import { describeRouting } from '../describe-routing';
import { storedRoutingSchema, type saveRoutingSchema } from '../schema';

/**
 * Saves routing; answers when it was saved. What leads are drawn by is made once and stays.
 *
 * @throws AppError `conflict` when someone else saved since it was read.
 */
export async function saveRouting(
  actor: Actor<'routing:write'>,
  { basedOn, routing }: z.output<typeof saveRoutingSchema>,
): Promise<{ savedAt: number }> {
  return getDb().$transaction(async (tx) => {
    const { value } = await holdSetting(tx, ROUTING_SETTING, basedOn, 'routing');
    const before = storedRoutingSchema.parse(value ?? {});
    const salt = before.salt || randomUUID();
    const savedAt = await writeSetting(tx, ROUTING_SETTING, toPlainJson({ ...routing, salt }));
    const people = await tx.user.findMany({ select: { id: true, name: true } });
    const details = {
      before: describeRouting(before, people),
      after: describeRouting(routing, people),
    };
    await writeAudit(tx, { user: actor, action: 'routing.changed', details });
    return { savedAt };
  });
}
