import { findLiveRubric, type LiveRubric } from '@/lib/rubrics/data';
import { planTask, type TaskKind } from '@/lib/routing-tasks/plan-tasks';
import { getDb, getPool, type Db } from '@/lib/server/db';
import { addJob } from '@/lib/server/jobs';
import { OPEN_STATES } from '@/lib/leads/constants';
import { HELD_PAUSE_MS, ROUTE_TASK } from '../constants';
import { loadSituations, type Situation } from '../data/leads';
import { planLead, type Step } from '../plan-lead';
import { drawLeads, routeArrivals } from './give-leads';
import { stopClocks } from './clocks';
import { hasTasks, takeTasks, type TakenTask } from './take-tasks';
import { watchIntent } from './watch-intent';

export interface RouteOptions {
  clock: () => Date;
  /** Stops between two transactions; what is left stays on the list. */
  signal?: AbortSignal;
}

/** What is to be done, about whom. */
function planAll(
  tasks: readonly TakenTask[],
  situations: readonly Situation[],
  { compiled }: LiveRubric,
): Map<Step, Situation[]> {
  const { tiers } = compiled.rubric;
  const plans = new Map<Step, Situation[]>();
  for (const lead of situations) {
    const own = tasks.filter(({ leadId }) => leadId === lead.id);
    const kinds = new Set(
      own.map((task) => planTask(task, tiers)).filter((kind): kind is TaskKind => kind !== null),
    );
    const step = planLead(kinds, {
      action: tiers.find(({ name }) => name === lead.tier)?.action ?? null,
      open: OPEN_STATES.some((state) => state === lead.state),
      held: lead.holder !== null,
      due: lead.respondBy !== null,
    });
    if (step) plans.set(step, [...(plans.get(step) ?? []), lead]);
  }
  return plans;
}

/** A busy machine makes routing late, not fail. In milliseconds. */
const PATIENCE = { maxWait: 30_000, timeout: 60_000 };

async function routeSet(tx: Db, now: Date): Promise<number> {
  const tasks = await takeTasks(tx);
  if (tasks.length === 0) return 0;
  const rubric = await findLiveRubric(tx);
  if (!rubric) return tasks.length;
  const leadIds = [...new Set(tasks.map(({ leadId }) => leadId))];
  const plans = planAll(tasks, await loadSituations(tx, leadIds, now), rubric);
  const arrivals = (step: Step) => ({ leads: plans.get(step) ?? [], tasks, rubric, now });
  await routeArrivals(tx, arrivals('arrive'));
  await drawLeads(tx, arrivals('draw'));
  await stopClocks(tx, plans.get('stop') ?? []);
  await watchIntent(tx, plans.get('watch') ?? [], now);
  return tasks.length;
}

/**
 * Routes whoever waits to be routed, longest waiting first, in sets: each lead once, by one worker at a time. What others
 * hold is come back to shortly.
 *
 * @returns how many changes of scores were looked at.
 */
export async function routeLeads({ clock, signal }: RouteOptions): Promise<number> {
  let looked = 0;
  while (!signal?.aborted) {
    const count = await getDb().$transaction((tx) => routeSet(tx, clock()), PATIENCE);
    looked += count;
    if (count === 0) break;
  }
  const pool = getPool();
  if (await hasTasks(pool)) {
    const runAt = new Date(clock().getTime() + HELD_PAUSE_MS);
    await addJob(pool, ROUTE_TASK, {}, { key: `${ROUTE_TASK}-left`, runAt });
  }
  return looked;
}
