'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { decideLead, logTouch, passLead, snoozeLead, undoActivity } from './mutations';
import { outcomeSchema, passSchema, snoozeSchema, touchSchema, undoSchema } from './schema';
import type { Done } from './types';

/** Has the screens that show a lead drawn anew. */
function refreshScreens(leadId: string): void {
  revalidatePath('/queue');
  revalidatePath('/leads');
  revalidatePath(`/leads/${leadId}`);
}

/** Logs a call, an e-mail or a meeting. */
export async function logTouchAction(input: unknown): Promise<ActionResult<Done>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const touch = parseInput(touchSchema, input);
    const done = await logTouch(actor, touch, new Date());
    refreshScreens(touch.leadId);
    return done;
  });
}

/** Puts a lead off until an instant. */
export async function snoozeLeadAction(input: unknown): Promise<ActionResult<Done>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const snooze = parseInput(snoozeSchema, input);
    const done = await snoozeLead(actor, snooze, new Date());
    refreshScreens(snooze.leadId);
    return done;
  });
}

/** Gives a lead to a colleague, or back to the free list. */
export async function passLeadAction(input: unknown): Promise<ActionResult<Done>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const pass = parseInput(passSchema, input);
    const done = await passLead(actor, pass, new Date());
    refreshScreens(pass.leadId);
    return done;
  });
}

/** Says what became of a lead. */
export async function decideLeadAction(input: unknown): Promise<ActionResult<Done>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const outcome = parseInput(outcomeSchema, input);
    const done = await decideLead(actor, outcome, new Date());
    refreshScreens(outcome.leadId);
    return done;
  });
}

/** Takes back what the asker has just done. */
export async function undoActivityAction(input: unknown): Promise<ActionResult<{ leadId: string }>> {
  return runAction(async () => {
    const actor = await requireActor('leads:work');
    const { activityId } = parseInput(undoSchema, input);
    const undone = await undoActivity(actor, activityId, new Date());
    refreshScreens(undone.leadId);
    return undone;
  });
}
