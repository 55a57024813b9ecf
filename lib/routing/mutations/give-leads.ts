import { findLowest, readCalm } from '@/lib/calm/data';
import { isNews } from '@/lib/calm/is-news';
import { readAnswering } from '@/lib/response/data';
import { planClock } from '@/lib/response/plan-clock';
import type { Answering } from '@/lib/response/types';
import type { LiveRubric } from '@/lib/rubrics/data';
import { findBulkChanges } from '@/lib/scores/data';
import type { Db } from '@/lib/server/db';
import { loadLastRoutings, type LastRouting, type Situation } from '../data/leads';
import { holdReps, loadReps } from '../data/reps';
import { readRouting } from '../data/settings';
import { isSampled } from '../is-sampled';
import { routeAll } from '../route-all';
import { createRouter } from '../route-lead';
import type { Decision } from '../types';
import { writeRoutings, type NewRouting } from './write-routings';

/** Leads that this transaction holds and that are to be routed, with the changes of their scores. */
export interface Arrivals {
  leads: readonly Situation[];
  tasks: readonly { leadId: string; scoreChangeId: string }[];
  rubric: LiveRubric;
  now: Date;
}

type Stored = Awaited<ReturnType<typeof readRouting>>['routing'];

/** Who gets leads, with everyone's load as it is now and as it grows. People are held until the transaction ends. */
export async function decide(
  tx: Db,
  leads: readonly Situation[],
  {
    routing,
    answering,
    rubric,
    now,
  }: { routing: Stored; answering: Answering; rubric: LiveRubric; now: Date },
  without: ReadonlySet<string> = new Set(),
): Promise<Decision[]> {
  if (leads.length === 0) return [];
  const { lists, rubric: document } = rubric.compiled;
  const ranks = document.tiers.flatMap(({ action }, rank) => (action === 'hold' ? [] : rank));
  await holdReps(tx);
  const reps = await loadReps(tx, { capacity: routing.capacity, ranks, now });
  for (const id of without) reps.delete(id);
  const route = createRouter(routing, answering.response.hours, lists);
  return routeAll(route, leads, reps, now.getTime());
}

/** Those of leads whose changes did not come with many others at once. */
async function leaveOutBulk(tx: Db, { leads, tasks }: Arrivals): Promise<Situation[]> {
  const ids = new Set(leads.map(({ id }) => id));
  const own = tasks.filter(({ leadId }) => ids.has(leadId));
  const bulk = await findBulkChanges(
    tx,
    own.map(({ scoreChangeId }) => scoreChangeId),
  );
  const alone = new Set(own.flatMap(({ leadId, scoreChangeId }) => (bulk.has(scoreChangeId) ? [] : leadId)));
  return leads.filter(({ id }) => alone.has(id));
}

/** Leads that are news when they come back, and those that are not. */
async function partNews(
  tx: Db,
  leads: readonly Situation[],
  last: ReadonlyMap<string, LastRouting>,
  { compiled }: LiveRubric,
): Promise<ReadonlySet<string>> {
  const { calm } = await readCalm(tx);
  const back = leads.flatMap((lead) => {
    const before = last.get(lead.id);
    return before ? [{ lead, before }] : [];
  });
  const lowest = await findLowest(
    tx,
    back.map(({ lead, before }) => ({ leadId: lead.id, after: before.at, before: lead.tierSince })),
  );
  const known = back.flatMap(({ lead, before }, place) => {
    const tier = compiled.rubric.tiers.find(({ name }) => name === lead.tier);
    const fell = lowest[place];
    if (!tier || !fell) return [];
    const comeback = { lastAt: before.at.getTime(), at: lead.tierSince.getTime(), lowest: fell };
    return isNews(comeback, tier, calm) ? [] : lead.id;
  });
  const calmed = new Set(known);
  return new Set(leads.flatMap(({ id }) => (calmed.has(id) ? [] : id)));
}

/** A lead that somebody has already stays with them: they are told, and the clock begins. */
function keep(lead: Situation, holder: NonNullable<Situation['holder']>): Decision {
  const { id: userId, name, owns } = holder;
  const reason = `Came into ${lead.tier}: stays with ${name}, who ${owns ? 'owns' : 'has just taken'} it`;
  return { userId, rule: null, teamId: null, reason };
}

function toRouting(
  lead: Situation,
  outcome: NewRouting['outcome'],
  decision: Omit<Decision, 'teamId'>,
  { response, hoursOf }: Answering,
): NewRouting {
  const { userId, rule, reason } = decision;
  const clock = planClock(lead.tierSince.getTime(), lead.tier, response, hoursOf(userId));
  return { lead, from: lead.tierSince, outcome, userId, rule, reason, clock, told: null, sampled: false };
}

/** A lead that only flaps: nobody is given it anew; what the clock has said already is not said again. */
function calmDown(lead: Situation, last: LastRouting | undefined, answering: Answering): NewRouting {
  const { answered = false, warnedAt = null, lateAt = null, alarmedAt = null } = last ?? {};
  const holder = lead.holder?.id ?? null;
  const reason = `Back in ${lead.tier}, which is no news yet`;
  const routing = toRouting(lead, 'calm', { userId: holder, rule: null, reason }, answering);
  return { ...routing, clock: answered ? null : routing.clock, told: { warnedAt, lateAt, alarmedAt } };
}

/**
 * Routes leads that came into a routed tier. What a publication or an import brings stays free unless the settings say
 * otherwise; what flaps is left as it was.
 */
export async function routeArrivals(tx: Db, arrivals: Arrivals): Promise<void> {
  const { rubric, now } = arrivals;
  if (arrivals.leads.length === 0) return;
  const { routing } = await readRouting(tx);
  const answering = await readAnswering(tx);
  const leads = routing.bulk ? arrivals.leads : await leaveOutBulk(tx, arrivals);
  const last = await loadLastRoutings(
    tx,
    leads.map(({ id }) => id),
  );
  const news = await partNews(tx, leads, last, rubric);
  const free = leads.filter(({ id, holder }) => news.has(id) && holder === null);
  const decisions = await decide(tx, free, { routing, answering, rubric, now });
  const given = new Map(free.map(({ id }, place) => [id, decisions[place]]));
  const routings = leads.flatMap((lead): NewRouting[] => {
    if (!news.has(lead.id)) return [calmDown(lead, last.get(lead.id), answering)];
    if (lead.holder) return [toRouting(lead, 'owned', keep(lead, lead.holder), answering)];
    const decision = given.get(lead.id);
    if (!decision) return [];
    return [toRouting(lead, decision.userId === null ? 'free' : 'assigned', decision, answering)];
  });
  await writeRoutings(tx, routings, now);
}

/** Routes the drawn share of new leads of held tiers as if they had come into a routed one. */
export async function drawLeads(tx: Db, arrivals: Arrivals): Promise<void> {
  const { rubric, now } = arrivals;
  if (arrivals.leads.length === 0) return;
  const { routing } = await readRouting(tx);
  const drawn = (await leaveOutBulk(tx, arrivals)).filter(({ id }) =>
    isSampled(id, routing.salt, routing.samplePercent),
  );
  const answering = await readAnswering(tx);
  const decisions = await decide(tx, drawn, { routing, answering, rubric, now });
  const routings = drawn.flatMap((lead, place): NewRouting[] => {
    const decision = decisions[place];
    if (!decision || decision.userId === null) return [];
    const best = rubric.compiled.rubric.tiers.find(({ action }) => action === 'route')?.name ?? lead.tier;
    const { clock } = toRouting({ ...lead, tier: best }, 'assigned', decision, answering);
    return [{ ...toRouting(lead, 'assigned', decision, answering), clock, sampled: true }];
  });
  await writeRoutings(tx, routings, now);
}
