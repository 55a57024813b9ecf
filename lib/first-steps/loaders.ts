import { cache } from 'react';
import { findSignedIn, requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { findDraft, findLiveVersion } from '@/lib/rubrics/data';
import { listChanges, listDraftChanges } from '@/lib/rubrics/list-changes';
import { listCriteria } from '@/lib/rubrics/list-criteria';
import { TEMPLATES } from '@/lib/rubrics/templates/catalogue';
import { readMatch, readProgress } from './data';
import { planSteps } from './plan-steps';

/** The guide of the first steps, for those who set Leadgrid up. */
export async function loadFirstSteps() {
  await requirePage('settings:read', '/first-steps');
  const [progress, match] = await Promise.all([readProgress(new Date()), readMatch()]);
  const steps = planSteps(progress, match);
  return { steps, left: steps.filter(({ state }) => state === 'open') };
}

/** The steps that are left, and whether the reminder of them was put away; nothing is left for those who set nothing up. */
export const loadStepsLeft = cache(async () => {
  const person = await findSignedIn();
  if (!person || !isAllowed(person.role, 'settings:read')) return { left: [], dismissed: true };
  const progress = await readProgress(new Date());
  const left = planSteps(progress, null).filter(({ state }) => state === 'open');
  return { left, dismissed: progress.kept.dismissed === true };
});

/** The templates, with what choosing each would leave behind. */
export async function loadTemplates() {
  await requirePage('rubric:write', '/rubric/templates');
  const [live, draft] = await Promise.all([findLiveVersion(), findDraft()]);
  const lost = live && draft ? listDraftChanges(live.draft, draft.draft) : [];
  const held = live ? listCriteria(live.document) : [];
  const templates = TEMPLATES.map((template) => {
    const ids = new Set(listCriteria(template.rubric).map(({ id }) => id));
    return {
      ...template,
      /** In how much it differs from the live version; null while there is none. */
      differences: live && listChanges(live.document, template.rubric).length,
      /** Criteria of the live version that it does not have. */
      missing: held.filter(({ id }) => !ids.has(id)).map(({ label }) => label),
    };
  });
  return { live, draftRevision: draft?.revision ?? 0, lost, templates };
}

/** The templates as components take them. */
export type TemplatesView = Awaited<ReturnType<typeof loadTemplates>>;
