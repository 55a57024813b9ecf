import { compileConditions } from '@/lib/scoring/conditions';
import { createLeadFields } from '@/lib/scoring/fields';
import type { Condition, Lists } from '@/lib/scoring/types';
import type { WorkingHours } from '@/lib/response/types';
import { findRep, type Desk, type Finding } from './find-rep';
import type { Decision, Fallback, Rep, RoutedLead, RoutingRule, RoutingSettings } from './types';

const ALWAYS: Condition = { all: [] };

/** Decides who gets a lead, with reps as they stand at an instant in milliseconds. */
export type Router = (lead: RoutedLead, reps: ReadonlyMap<string, Rep>, now: number) => Decision;

function toDecision(rule: RoutingRule, { rep, why, teamId }: Finding, refusals: readonly string[]): Decision {
  const before = refusals.length === 0 ? '' : ` (${refusals.join('; ')})`;
  return { userId: rep.id, rule: rule.name, teamId, reason: `${why}${before}` };
}

function fallBack(fallback: Fallback, desk: Desk, refusals: string[], ruled: boolean): Decision {
  const nobody = { rule: null, teamId: null };
  if (fallback.kind === 'person') {
    const found = findRep({ kind: 'person', userId: fallback.userId }, null, desk);
    if (found && 'rep' in found) {
      const because = refusals.length > 0 ? refusals.join('; ') : 'no rule applies';
      return { ...nobody, userId: found.rep.id, reason: `Fallback: ${because}` };
    }
    if (found) refusals.push(found.refused);
  }
  const because =
    refusals.length > 0 ? refusals.join('; ') : ruled ? 'no rule applies' : 'there are no rules';
  return { ...nobody, userId: null, reason: `Left free: ${because}` };
}

/**
 * Makes a router of rules: the first rule whose condition holds and which finds someone available decides; when none
 * does, the fallback. Nobody is given a lead while they are away or have as many as they can take. The same facts give
 * the same answer.
 *
 * @param hours the installation's working hours, for teams without their own.
 * @param lists by which e-mail addresses are judged.
 */
export function createRouter(
  { rules, teams, fallback }: Pick<RoutingSettings, 'rules' | 'teams' | 'fallback'>,
  hours: WorkingHours,
  lists: Lists,
): Router {
  const conditions = compileConditions(
    rules.map(({ when }) => when ?? ALWAYS),
    createLeadFields(lists),
  );
  return (lead, reps, now) => {
    const holds = conditions.evaluate(lead.input, now);
    const desk: Desk = { teams, reps, hours, now };
    const refusals: string[] = [];
    for (const [place, rule] of rules.entries()) {
      if (holds[place] !== 1) continue;
      const found = findRep(rule.choose, lead, desk);
      if (found && 'rep' in found) return toDecision(rule, found, refusals);
      if (found) refusals.push(found.refused);
    }
    return fallBack(fallback, desk, refusals, rules.length > 0);
  };
}

/** Reps after one of them was given a lead. */
export function takeInto(
  reps: ReadonlyMap<string, Rep>,
  userId: string | null,
  now: number,
): ReadonlyMap<string, Rep> {
  const rep = userId === null ? undefined : reps.get(userId);
  return rep ? new Map(reps).set(rep.id, { ...rep, open: rep.open + 1, lastAt: now }) : reps;
}
