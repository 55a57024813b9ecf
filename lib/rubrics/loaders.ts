import { z } from 'zod';
import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { findDraft, findLiveVersion, findRubricVersion, listRubricVersions } from './data';

/** The rubric screen: the live version, the draft if there is one, every version, and whether the reader may edit. */
export async function loadRubric() {
  const actor = await requirePage('rubric:read', '/rubric');
  const mayEdit = isAllowed(actor.role, 'rubric:write');
  const [live, draft, versions] = await Promise.all([
    findLiveVersion(),
    mayEdit ? findDraft() : null,
    listRubricVersions(),
  ]);
  return { live, draft, versions, mayEdit };
}

/** One version of the rubric as it was published; null when there is none of that id. */
export async function loadRubricVersion(id: string) {
  const actor = await requirePage('rubric:read', `/rubric/versions/${encodeURIComponent(id)}`);
  const version = z.uuid().safeParse(id).success ? await findRubricVersion(id) : null;
  return version?.state === 'draft' && !isAllowed(actor.role, 'rubric:write') ? null : version;
}
