'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { findDraft, findLastTouch, findLiveVersion, type Touch } from './data';
import { announceEditing } from './mutations/announce';
import { countEvent, discardDraft, saveDraft } from './mutations/drafts';
import { publishRubric } from './mutations/publish';
import { saveCompetitors } from './mutations/save-competitors';
import type { RubricDraft } from './rubric-draft';
import {
  announceEditingSchema,
  countEventSchema,
  publishSchema,
  saveCompetitorsSchema,
  saveDraftSchema,
} from './schema';

/** Saves the draft; answers the revision to send with the next save. */
export async function saveDraftAction(
  input: unknown,
): Promise<ActionResult<{ id: string; revision: number }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    return saveDraft(actor, parseInput(saveDraftSchema, input));
  });
}

/** The draft as it stands now, and the live version it is of; the live one itself, of revision 0, while there is no draft. */
export interface StandingDraft {
  liveId: string;
  revision: number;
  draft: RubricDraft;
}

/** The same, as it is read anew: with who saved, discarded or published last, where that is known. */
export interface ReadDraft extends StandingDraft {
  touch: Touch | null;
}

/** Reads the draft as it stands now, after someone else saved it. */
export async function readDraftAction(): Promise<ActionResult<ReadDraft | null>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const [live, draft] = await Promise.all([findLiveVersion(), findDraft()]);
    if (!live) return null;
    const touch = await findLastTouch(live.number, actor.id);
    return { liveId: live.id, revision: draft?.revision ?? 0, draft: (draft ?? live).draft, touch };
  });
}

/** Tells everyone else who edits the rubric that someone is here, or has left. */
export async function announceEditingAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    await announceEditing(actor, parseInput(announceEditingSchema, input));
    return null;
  });
}

/** Puts a criterion that counts an event type into the draft; answers which, and whether it is new. */
export async function countEventAction(
  input: unknown,
): Promise<ActionResult<{ criterionId: string; added: boolean }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const counted = await countEvent(actor, parseInput(countEventSchema, input));
    revalidatePath('/rubric');
    return counted;
  });
}

/** Throws the draft away. */
export async function discardDraftAction(): Promise<ActionResult<null>> {
  return runAction(async () => {
    await discardDraft(await requireActor('rubric:write'));
    revalidatePath('/rubric');
    return null;
  });
}

/** Publishes a document or the draft; answers the new version's number. */
export async function publishRubricAction(
  input: unknown,
): Promise<ActionResult<{ id: string; number: number }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const published = await publishRubric(actor, parseInput(publishSchema, input), new Date());
    revalidatePath('/rubric');
    return published;
  });
}

/** Puts the competitors' domains into the rubric; answers which version went live, or that they wait in the draft. */
export async function saveCompetitorsAction(
  input: unknown,
): Promise<ActionResult<{ published: number | null; inDraft: boolean }>> {
  return runAction(async () => {
    const actor = await requireActor('rubric:write');
    const saved = await saveCompetitors(actor, parseInput(saveCompetitorsSchema, input), new Date());
    revalidatePath('/settings/lists');
    revalidatePath('/rubric');
    return saved;
  });
}
