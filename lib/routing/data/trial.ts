import type { z } from 'zod';
import { readResponse } from '@/lib/response/data';
import { findLiveRubric } from '@/lib/rubrics/data';
import { getPool } from '@/lib/server/db';
import { MOST_TRIED, TRIED_SHOWN } from '../constants';
import { createRouter } from '../route-lead';
import type { tryRoutingSchema } from '../schema';
import { simulateRouting } from '../simulate-routing';
import { loadSituations } from './leads';
import { listPastArrivals, listPastLoads } from './past';
import { loadReps } from './reps';

const DAY_MS = 86_400_000;

/** How past leads would have been routed, beside what really happened. */
export interface Trial {
  /** How many leads were tried. */
  leads: number;
  /** There were more: only the newest were tried. */
  more: boolean;
  free: number;
  /** How many would have gone where they really went. */
  same: number;
  reps: { id: string; name: string; given: number; really: number }[];
  rules: { name: string | null; given: number }[];
  /** The newest of them. */
  rows: {
    leadId: string;
    name: string;
    at: number;
    would: string | null;
    rule: string | null;
    reason: string;
    really: string | null;
    reallyReason: string | null;
  }[];
}

function countBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/**
 * Tries routing, saved or not, on the leads that came into a routed tier in the last days: with the people, absences and
 * capacities of today, what is known of the leads today, and everyone's load as it was at each moment.
 */
export async function tryRouting(
  { days, routing }: z.output<typeof tryRoutingSchema>,
  now: Date,
): Promise<Trial> {
  const pool = getPool();
  const since = new Date(now.getTime() - days * DAY_MS);
  const rubric = await findLiveRubric(pool);
  const tiers = rubric?.compiled.rubric.tiers ?? [];
  const names = tiers.filter(({ action }) => action === 'route').map(({ name }) => name);
  const waiting = tiers.filter(({ action }) => action !== 'hold').map(({ name }) => name);
  const past = await listPastArrivals(pool, { tiers: names, since, limit: MOST_TRIED + 1 });
  const tried = past.slice(0, MOST_TRIED);
  const leadIds = tried.map(({ leadId }) => leadId);
  const [situations, loads, reps, { response }] = await Promise.all([
    loadSituations(pool, leadIds, now),
    listPastLoads(pool, since, { tiers: waiting, without: leadIds }),
    loadReps(pool, { capacity: routing.capacity, ranks: [], now }),
    readResponse(pool),
  ]);
  const lists = rubric?.compiled.lists ?? { personalDomains: [], disposableDomains: [], roleNames: [] };
  const known = new Map(situations.map((lead) => [lead.id, lead]));
  const arrivals = tried.flatMap(({ leadId, at, endedAt }) => {
    const lead = known.get(leadId);
    if (!lead) return [];
    return [{ lead, companyId: lead.companyId, at: at.getTime(), endedAt: endedAt?.getTime() ?? null }];
  });
  const results = simulateRouting(createRouter(routing, response.hours, lists), arrivals, reps, loads);
  const byLead = new Map(results.map((result) => [result.leadId, result]));
  const rows = tried.flatMap((lead) => {
    const result = byLead.get(lead.leadId);
    if (!result) return [];
    const would = result.userId === null ? null : (reps.get(result.userId)?.name ?? null);
    const { leadId, name, reallyName: really, reallyReason } = lead;
    return [
      {
        leadId,
        name,
        at: lead.at.getTime(),
        would,
        reason: result.reason,
        really,
        reallyReason,
        rule: result.rule,
      },
    ];
  });
  const given = countBy(rows, ({ would }) => would);
  const really = countBy(rows, (row) => row.really);
  const byRule = countBy(
    rows.filter(({ would }) => would !== null),
    ({ rule }) => rule,
  );
  return {
    leads: rows.length,
    more: past.length > MOST_TRIED,
    free: given.get(null) ?? 0,
    same: rows.filter((row) => row.would === row.really).length,
    reps: [...reps.values()]
      .map(({ id, name }) => ({ id, name, given: given.get(name) ?? 0, really: really.get(name) ?? 0 }))
      .filter((rep) => rep.given + rep.really > 0)
      .sort((a, b) => b.given - a.given || a.name.localeCompare(b.name)),
    rules: [...byRule].map(([name, count]) => ({ name, given: count })).sort((a, b) => b.given - a.given),
    rows: rows.slice(0, TRIED_SHOWN),
  };
}
