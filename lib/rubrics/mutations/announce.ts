import type { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { getDb, type Db } from '@/lib/server/db';
import { announce } from '@/lib/server/notify';
import type { RubricMark } from '@/lib/stream/types';
import { RUBRIC_CHANNEL } from '../constants';
import type { announceEditingSchema } from '../schema';

/** Tells everyone who edits the draft that someone does, or does no longer. */
export async function announceEditing(
  actor: Actor<'rubric:write'>,
  { kind, editor }: z.output<typeof announceEditingSchema>,
): Promise<void> {
  const mark: RubricMark = { kind, editor, name: actor.name };
  await announce(getDb(), RUBRIC_CHANNEL, mark);
}

/** Tells everyone who edits the draft that it, or the live version, is another now. */
export async function announceChange(tx: Db, name: string, editor: string | null = null): Promise<void> {
  const mark: RubricMark = { kind: 'changed', editor, name };
  await announce(tx, RUBRIC_CHANNEL, mark);
}
