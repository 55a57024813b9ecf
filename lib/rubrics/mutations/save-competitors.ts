import type { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { getDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { buildLists, LISTS_SETTING } from '@/lib/settings/domain-lists';
import { noteCompetitors, readCompetitors, withCompetitors } from '../competitors';
import { findDraft, findLiveVersion } from '../data';
import type { saveCompetitorsSchema } from '../schema';
import { saveDraft } from './drafts';
import { publishRubric } from './publish';
import { MOVED_ON } from './versions';

/**
 * Puts the list of competitors' domains into the rubric: into the draft when someone is editing one, else into a new
 * version that goes live at once. A published version never changes, so that each score is explained by its own.
 *
 * @returns the number of the version that went live; null when the list waits in the draft, or nothing changed.
 * @throws AppError `conflict` when version or draft are not what the list was read from; `invalid` when the rubric's own
 * condition says more than a list does, or a domain gives addresses to anyone.
 */
export async function saveCompetitors(
  actor: Actor<'rubric:write'>,
  { domains, baseId, draftRevision }: z.output<typeof saveCompetitorsSchema>,
  now: Date,
): Promise<{ published: number | null; inDraft: boolean }> {
  const [live, draft] = await Promise.all([findLiveVersion(), findDraft()]);
  if (live?.id !== baseId || (draft?.revision ?? 0) !== draftRevision)
    throw new AppError('conflict', MOVED_ON);
  const { document } = draft ?? live;
  const before = readCompetitors(document);
  if (before === null)
    throw new AppError('invalid', 'The rubric has a condition of its own for competitors.');
  await refuseOpenDomains(domains);
  const note = noteCompetitors(before, domains);
  if (note === null) return { published: null, inDraft: false };
  const edited = withCompetitors(document, domains);
  if (draft) {
    await saveDraft(actor, { document: edited, revision: draft.revision });
    return { published: null, inDraft: true };
  }
  const { number } = await publishRubric(actor, { note, document: edited, baseId }, now);
  return { published: number, inDraft: false };
}

/** Refuses domains at which anyone gets an address: naming one a competitor would turn away a market. */
async function refuseOpenDomains(domains: readonly string[]): Promise<void> {
  const setting = await getDb().setting.findUnique({ where: { key: LISTS_SETTING } });
  const open = new Set(buildLists(setting?.value).personalDomains);
  const found = domains.find((domain) => open.has(domain));
  if (found === undefined) return;
  const message = `“${found}” gives addresses to anyone: it would disqualify everyone who writes from there`;
  throw new AppError('invalid', message, [{ path: 'domains', message }]);
}
