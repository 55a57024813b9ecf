import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { readCompetitors, withCompetitors } from '@/lib/rubrics/competitors';
import { findLiveVersion } from '@/lib/rubrics/data';
import { listChanges } from '@/lib/rubrics/list-changes';
import { saveDraft } from '@/lib/rubrics/mutations/drafts';
import { findTemplate } from '@/lib/rubrics/templates/catalogue';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import type { Rubric } from '@/lib/scoring/types';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { FIRST_STEPS_SETTING } from './constants';
import { firstStepsSettingSchema, type chooseTemplateSchema, type FirstStepsSetting } from './schema';

/**
 * Makes a template the draft, with the competitors that the live rubric names; nothing is published. A template that is
 * live already, while there is no draft, needs none.
 *
 * @returns whether a draft was made.
 * @throws AppError `conflict` when someone else saved the draft since it was looked at.
 */
export async function chooseTemplate(
  actor: Actor<'rubric:write'>,
  { templateId, draftRevision }: z.output<typeof chooseTemplateSchema>,
): Promise<{ drafted: boolean }> {
  const template = findTemplate(templateId);
  const live = await findLiveVersion();
  if (!template || !live)
    throw new AppError('not_found', 'There is no such template, or no live rubric yet.');
  const document = keepCompetitors(template.rubric, live.document);
  const asItIs = draftRevision === 0 && listChanges(live.document, document).length === 0;
  if (!asItIs) await saveDraft(actor, { document, off: [], revision: draftRevision });
  await getDb().$transaction(async (tx) => {
    await keep(tx, { template: templateId, asItIs });
    await writeAudit(tx, {
      user: actor,
      action: 'rubric.template_chosen',
      subject: `template:${templateId}`,
      details: { template: template.name, draftReplaced: draftRevision > 0 },
    });
  });
  return { drafted: !asItIs };
}

/** A template with the competitors that an installation has named itself; the packaged examples are left behind. */
function keepCompetitors(template: Rubric, live: Rubric): Rubric {
  const named = readCompetitors(live) ?? [];
  const examples = readCompetitors(B2B_SAAS_TEMPLATE) ?? [];
  return named.some((domain) => !examples.includes(domain)) ? withCompetitors(template, named) : template;
}

/** Puts the reminder of the first steps away, for everyone; the steps stay on their own page. */
export async function dismissFirstSteps(actor: Actor<'settings:read'>): Promise<void> {
  await getDb().$transaction(async (tx) => {
    await keep(tx, { dismissed: true });
    await writeAudit(tx, { user: actor, action: 'firstSteps.dismissed' });
  });
}

async function keep(tx: Db, more: FirstStepsSetting): Promise<void> {
  const key = FIRST_STEPS_SETTING;
  const row = await tx.setting.findUnique({ where: { key } });
  const value = { ...firstStepsSettingSchema.parse(row?.value ?? {}), ...more };
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
