'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { changeView, deleteView, saveView } from './mutations';
import { changeViewSchema, saveViewSchema, viewIdSchema, type SaveView } from './schema';

/** Views that everyone sees are kept by those who may share them. */
async function requireViewer({ shared }: { shared: boolean }) {
  return shared ? requireActor('views:share') : requireActor('leads:read');
}

/** Keeps a queue's filters under a name. */
export async function saveViewAction(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(async () => {
    const view = parseInput(saveViewSchema, input);
    const saved = await saveView(await requireViewer(view), view);
    revalidatePath('/queue');
    return saved;
  });
}

/** Names a view anew, or shares it or no longer does. */
export async function changeViewAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const view = parseInput(changeViewSchema, input);
    await changeView(await requireViewer(view), view);
    revalidatePath('/queue');
    return null;
  });
}

/** Deletes a view; what it was comes back, so that this can be undone. */
export async function deleteViewAction(input: unknown): Promise<ActionResult<SaveView>> {
  return runAction(async () => {
    const actor = await requireActor('leads:read');
    const deleted = await deleteView(actor, parseInput(viewIdSchema, input).id);
    revalidatePath('/queue');
    return deleted;
  });
}
