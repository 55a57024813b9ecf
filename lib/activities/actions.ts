'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { undoWork } from './mutations/undo-work';
import { addNote, decideLead, logTouch } from './mutations/work-lead';
import { disqualifyLeads, passLeads, snoozeLeads } from './mutations/work-leads';
import {
  disqualifySchema,
  noteSchema,
  outcomeSchema,
  passSchema,
  snoozeSchema,
  touchSchema,
  undoSchema,
} from './schema';
import type { Done } from './types';

/** Has the screens that show leads drawn anew. */
function refreshScreens(leadIds: readonly string[]): void {
  revalidatePath('/queue');
  revalidatePath('/leads');
  if (leadIds.length === 1) revalidatePath(`/leads/${leadIds[0]}`);
}

/** Logs a call, an e-mail or a meeting. */
export async function logTouchAction(input: unknown): Promise<ActionResult<Done>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const touch = parseInput(touchSchema, input);
    const done = await logTouch(actor, touch, new Date());
    refreshScreens([touch.leadId]);
    return done;
  });
}

/** Writes a note. */
export async function addNoteAction(input: unknown): Promise<ActionResult<Done>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const note = parseInput(noteSchema, input);
    const done = await addNote(actor, note, new Date());
    refreshScreens([note.leadId]);
    return done;
  });
}

/** Puts leads off until an instant, or until their intent rises. */
export async function snoozeLeadsAction(input: unknown): Promise<ActionResult<Done>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const snooze = parseInput(snoozeSchema, input);
    const done = await snoozeLeads(actor, snooze, new Date());
    refreshScreens(snooze.leadIds);
    return done;
  });
}

/** Gives leads to a colleague, or back to the free list. */
export async function passLeadsAction(input: unknown): Promise<ActionResult<Done>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const pass = parseInput(passSchema, input);
    const done = await passLeads(actor, pass, new Date());
    refreshScreens(pass.leadIds);
    return done;
  });
}

/** Takes leads out of the queue for a reason. */
export async function disqualifyLeadsAction(input: unknown): Promise<ActionResult<Done>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const given = parseInput(disqualifySchema, input);
    const done = await disqualifyLeads(actor, given, new Date());
    refreshScreens(given.leadIds);
    return done;
  });
}

/** Says what became of a lead. */
export async function decideLeadAction(input: unknown): Promise<ActionResult<Done>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const outcome = parseInput(outcomeSchema, input);
    const done = await decideLead(actor, outcome, new Date());
    refreshScreens([outcome.leadId]);
    return done;
  });
}

/** Takes back what the asker has just done. */
export async function undoWorkAction(input: unknown): Promise<ActionResult<{ leadIds: string[] }>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const { activityIds } = parseInput(undoSchema, input);
    const undone = await undoWork(actor, activityIds, new Date());
    refreshScreens(undone.leadIds);
    return undone;
  });
}
