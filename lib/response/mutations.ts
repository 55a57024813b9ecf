import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { getDb } from '@/lib/server/db';
import { holdSetting, writeSetting } from '@/lib/settings/mutations';
import { toPlainJson } from '@/lib/settings/schema';
import { RESPONSE_SETTING } from './constants';
import { describeHours } from './describe-hours';
import { responseSettingsSchema, type saveResponseSchema } from './schema';
import type { ResponseSettings } from './types';

function describe({ targets, warnShare, hours, escalateTo, reassign }: ResponseSettings) {
  return {
    targets: targets.map(
      ({ tier, minutes, alarmMinutes }) => `${tier} ${minutes} min, alarm ${alarmMinutes} min`,
    ),
    warnAfter: `${Math.round(warnShare * 100)} %`,
    workingHours: `${describeHours(hours)}, ${hours.timeZone}`,
    escalateTo: escalateTo.length === 0 ? 'every manager' : `${escalateTo.length} chosen`,
    reassign,
  };
}

/**
 * Saves how soon leads are to be answered; answers when it was saved. Clocks that run already go on as they began.
 *
 * @throws AppError `conflict` when someone else saved since it was read.
 */
export async function saveResponse(
  actor: Actor<'routing:write'>,
  { basedOn, response }: z.output<typeof saveResponseSchema>,
): Promise<{ savedAt: number }> {
  return getDb().$transaction(async (tx) => {
    const { value } = await holdSetting(tx, RESPONSE_SETTING, basedOn, 'the response targets');
    const before = responseSettingsSchema.parse(value ?? {});
    const savedAt = await writeSetting(tx, RESPONSE_SETTING, toPlainJson(response));
    const details = { before: describe(before), after: describe(response) };
    await writeAudit(tx, { user: actor, action: 'response.changed', details });
    return { savedAt };
  });
}
