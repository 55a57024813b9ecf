import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { readCompetitors } from '@/lib/rubrics/competitors';
import { findDraft, findLiveVersion } from '@/lib/rubrics/data';
import { countLeads, countPackagedEntries, listAttributes, readOwnLists } from './data';

/** The path of the first settings page, for whoever may see the settings. */
export async function loadSettingsHome(): Promise<string> {
  await requirePage('settings:read', '/settings');
  return '/settings/people';
}

/** The attributes of leads and companies. */
export async function loadAttributes() {
  await requirePage('settings:read', '/settings/attributes');
  const [leadAttributes, companyAttributes] = await Promise.all([
    listAttributes('lead'),
    listAttributes('company'),
  ]);
  return { leadAttributes, companyAttributes };
}

/** The lists: the installation's own entries, how many are packaged, how many leads a change rescores. */
export async function loadLists() {
  const actor = await requirePage('settings:read', '/settings/lists');
  const [{ lists, savedAt }, leadCount, live, draft] = await Promise.all([
    readOwnLists(),
    countLeads(),
    findLiveVersion(),
    findDraft(),
  ]);
  return {
    lists,
    savedAt: savedAt?.getTime() ?? null,
    leadCount,
    packaged: countPackagedEntries(),
    mayEdit: isAllowed(actor.role, 'rubric:write'),
    competitors: live && {
      /** Null when the rubric's own condition says more than a list of domains. */
      domains: readCompetitors((draft ?? live).document),
      baseId: live.id,
      version: live.number,
      draftRevision: draft?.revision ?? 0,
    },
  };
}

/** The lists as their components take them. */
export type ListsView = Awaited<ReturnType<typeof loadLists>>;
