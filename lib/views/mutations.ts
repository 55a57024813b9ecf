import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { MOST_VIEWS } from './constants';
import type { changeViewSchema, SaveView } from './schema';

/** Whose views they are; who may share them keeps shared ones. */
type Viewer = Actor<'leads:read'> | Actor<'views:share'>;

/** What everyone may see of a change is in the log; what only its owner sees is their own business. */
async function noteShared(
  tx: Db,
  actor: Viewer,
  verb: string,
  view: { id: string; name: string },
): Promise<void> {
  const subject = `view:${view.id}`;
  await writeAudit(tx, { user: actor, action: `view.${verb}`, subject, details: { name: view.name } });
}

/**
 * Keeps a queue's filters under a name; a view of one's own with that name gives way to it.
 *
 * @throws AppError `conflict` when there are too many.
 */
export async function saveView(actor: Viewer, { name, address, shared }: SaveView): Promise<{ id: string }> {
  return getDb().$transaction(async (tx) => {
    const others = await tx.savedView.count({ where: { userId: actor.id, name: { not: name } } });
    if (others >= MOST_VIEWS) {
      throw new AppError('conflict', `You have ${MOST_VIEWS} views. Delete one first.`);
    }
    const { id } = await tx.savedView.upsert({
      where: { userId_name: { userId: actor.id, name } },
      create: { userId: actor.id, name, query: address, shared },
      update: { query: address, shared },
      select: { id: true },
    });
    if (shared) await noteShared(tx, actor, 'shared', { id, name });
    return { id };
  });
}

/**
 * Gives a view of one's own another name, or shares it or no longer does.
 *
 * @throws AppError `not_found` when it is not one's own; `conflict` when another has that name.
 */
export async function changeView(
  actor: Viewer,
  { id, name, shared }: z.output<typeof changeViewSchema>,
): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const view = await requireOwn(tx, actor, id);
    const taken = await tx.savedView.count({ where: { userId: actor.id, name, id: { not: id } } });
    if (taken > 0) throw new AppError('conflict', `You have another view called “${name}”.`);
    await tx.savedView.update({ where: { id }, data: { name, shared } });
    if (shared !== view.shared) await noteShared(tx, actor, shared ? 'shared' : 'unshared', { id, name });
  });
}

/** Deletes a view of one's own. Gives back what it was, so that it can be kept again. */
export async function deleteView(actor: Viewer, id: string): Promise<SaveView> {
  return getDb().$transaction(async (tx) => {
    const { name, query, shared } = await requireOwn(tx, actor, id);
    await tx.savedView.delete({ where: { id } });
    if (shared) await noteShared(tx, actor, 'unshared', { id, name });
    return { name, address: query, shared };
  });
}

async function requireOwn(tx: Db, actor: Viewer, id: string) {
  const view = await tx.savedView.findFirst({ where: { id, userId: actor.id } });
  if (!view) throw new AppError('not_found', 'This view is not yours, or it is gone.');
  return view;
}
