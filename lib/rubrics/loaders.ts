import { z } from 'zod';
import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import {
  findChallenger,
  findDraft,
  findLiveVersion,
  findPublishedVersion,
  findRubricVersion,
  listRubricVersions,
} from './data';
import { compareSchema } from './schema';

/** The rubric screen: the live version, the draft if there is one, every version, and whether the reader may edit. */
export async function loadRubric() {
  const actor = await requirePage('rubric:read', '/rubric');
  const mayEdit = isAllowed(actor.role, 'rubric:write');
  const [live, draft, challenger, versions] = await Promise.all([
    findLiveVersion(),
    mayEdit ? findDraft() : null,
    mayEdit ? findChallenger() : null,
    listRubricVersions(),
  ]);
  return { live, draft, challenger, versions, mayEdit };
}

/** The challenger and the live version, for those who may promote it; null for what is not there. */
export async function loadChallenger() {
  await requirePage('rubric:write', '/rubric/challenger');
  const [live, challenger] = await Promise.all([findLiveVersion(), findChallenger()]);
  return { live, challenger };
}

/** Two versions to compare: those that the address asks for, else the last two. */
export async function loadComparison(search: unknown) {
  const actor = await requirePage('rubric:read', '/rubric/compare');
  const versions = await listRubricVersions();
  const asked = compareSchema.parse(search);
  const find = async (number: number | undefined) =>
    number === undefined ? null : findPublishedVersion(number);
  const [from, to] = await Promise.all([
    find(asked.from ?? versions[1]?.number),
    find(asked.to ?? versions[0]?.number),
  ]);
  return { from, to, versions, mayEdit: isAllowed(actor.role, 'rubric:write') };
}

/** One version of the rubric as it was published; null when there is none of that id. */
export async function loadRubricVersion(id: string) {
  const actor = await requirePage('rubric:read', `/rubric/versions/${encodeURIComponent(id)}`);
  const version = z.uuid().safeParse(id).success ? await findRubricVersion(id) : null;
  return version?.state === 'draft' && !isAllowed(actor.role, 'rubric:write') ? null : version;
}
