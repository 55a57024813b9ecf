import { grant, type Actor } from '@/lib/auth/actor';
import type { Role } from '@/lib/generated/prisma/enums';
import type { Permission } from '@/lib/auth/permissions';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { getDb, getPool } from '@/lib/server/db';
import { clearDatabase } from './clear-database';
import { clearJobs, setLiveRubric, SMALL_RUBRIC } from './score-fixtures';

/** Someone with an account and a role, who was found to have a permission. */
export async function addPerson<P extends Permission>(
  name: string,
  role: Role,
  permission: P,
): Promise<Actor<P>> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@leadgrid.example`;
  const user = await getDb().user.create({ data: { name, email, role, passwordHash: 'none' } });
  const actor = grant({ id: user.id, name, email, role }, permission);
  if (!actor) throw new Error(`The permission ${permission} is not for a ${role}.`);
  return actor;
}

/** Someone with an account and a role, who may work leads. */
export function addWorker(name: string, role: Role = 'rep'): Promise<Actor<'leads:work'>> {
  return addPerson(name, role, 'leads:work');
}

/** Empties the database and answers two reps, in the order of their ids, with a small rubric live. */
export async function startWithTwoReps(): Promise<[Actor<'leads:work'>, Actor<'leads:work'>]> {
  await clearDatabase();
  await clearJobs();
  await setLiveRubric(SMALL_RUBRIC);
  return [await addWorker('Maya Krause'), await addWorker('Tim Brandt')];
}

/** Scores leads as of an instant, as the worker would. */
export async function scoreLeads(leadIds: readonly string[], now: Date): Promise<void> {
  await enqueueRescore(getPool(), { leadIds, cause: 'attribute' });
  await rescoreStale({ clock: () => now });
}

/** Someone with an account who may merge leads. */
export function addMerger(name: string, role: Role = 'ops'): Promise<Actor<'leads:merge'>> {
  return addPerson(name, role, 'leads:merge');
}

/** An administrator who was found to have a permission. */
export async function addActor<P extends Permission>(permission: P): Promise<Actor<P>> {
  const email = 'ada@leadgrid.example';
  const user = await getDb().user.upsert({
    where: { email },
    create: { name: 'Ada', email, role: 'admin', passwordHash: 'none' },
    update: {},
  });
  const actor = grant({ id: user.id, name: user.name, email, role: 'admin' }, permission);
  if (!actor) throw new Error(`An administrator may not ${permission}.`);
  return actor;
}
