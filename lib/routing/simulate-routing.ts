import type { Router } from './route-lead';
import type { AccountOwner, Rep, RoutedLead } from './types';

/** A lead that came into a routed tier. Instants are milliseconds since 1970. */
export interface PastArrival {
  lead: RoutedLead;
  companyId: string | null;
  at: number;
  /** When nobody had to work it any more; null while it is open. */
  endedAt: number | null;
}

/** Someone had a lead from an instant until another (null: still), besides those that are tried. */
export interface PastLoad {
  userId: string;
  from: number;
  until: number | null;
}

export interface TrialResult {
  leadId: string;
  userId: string | null;
  rule: string | null;
  reason: string;
}

/** The loads that begin or end, in the order in which they do. */
function listChanges(loads: readonly PastLoad[]): { at: number; userId: string; by: number }[] {
  const changes = loads.flatMap(({ userId, from, until }) => [
    { at: from, userId, by: 1 },
    ...(until === null ? [] : [{ at: until, userId, by: -1 }]),
  ]);
  return changes.sort((a, b) => a.at - b.at || a.by - b.by);
}

/**
 * Routes past leads as a router would have, each with everyone's load as it was at that moment: what they had besides,
 * and what the trial has given them and is not yet done with.
 *
 * @param reps as they are now; their loads are not read.
 */
export function simulateRouting(
  route: Router,
  arrivals: readonly PastArrival[],
  reps: ReadonlyMap<string, Rep>,
  loads: readonly PastLoad[],
): TrialResult[] {
  const standing = new Map(
    [...reps].map(([id, rep]) => [id, { ...rep, open: 0, lastAt: null as number | null }]),
  );
  const waiting = listChanges(loads);
  const given = new Map<string, AccountOwner[]>();
  const change = (userId: string, by: number) => {
    const rep = standing.get(userId);
    if (rep) rep.open += by;
  };
  let next = 0;
  const catchUp = (at: number) => {
    for (; (waiting[next]?.at ?? Number.POSITIVE_INFINITY) <= at; next += 1) {
      const { userId = '', by = 0 } = waiting[next] ?? {};
      change(userId, by);
    }
  };
  const results: TrialResult[] = [];
  for (const { lead, companyId, at, endedAt } of [...arrivals].sort((a, b) => a.at - b.at)) {
    catchUp(at);
    const accountOwners = [...(companyId ? (given.get(companyId) ?? []) : []), ...lead.accountOwners];
    const { userId, rule, reason } = route({ ...lead, accountOwners }, standing, at);
    results.push({ leadId: lead.id, userId, rule, reason });
    if (userId === null) continue;
    change(userId, 1);
    const rep = standing.get(userId);
    if (rep) rep.lastAt = at;
    if (companyId) given.set(companyId, [{ userId, leads: 1, deals: 0 }]);
    if (endedAt !== null) {
      const place = waiting.findIndex((one, i) => i >= next && one.at > endedAt);
      waiting.splice(place < 0 ? waiting.length : place, 0, { at: Math.max(at, endedAt), userId, by: -1 });
    }
  }
  return results;
}
