import type { RoutingSettings } from '@/lib/routing/types';
import { describeRise } from '@/lib/routing/describe-rise';
import { toAlert } from './clocks';
import { DAY } from './random';
import type { DemoAlert } from './types';

/** What a lead's score became, and when. */
export interface Moved {
  leadId: string;
  /** Milliseconds since 1970. */
  at: number;
  tier: string;
  intent: number;
}

/** How many days back the demo tells of rises. */
const TOLD_DAYS = 14;

/** The rises of one lead, its changes in the order in which they happened. */
function findRises(changes: readonly Moved[], { points, days }: RoutingSettings['nurture']) {
  const rises: { change: Moved; rise: number }[] = [];
  let toldAt = Number.NEGATIVE_INFINITY;
  for (const change of changes) {
    const since = Math.max(toldAt, change.at - days * DAY);
    const before = changes.filter(({ at }) => at < change.at);
    const first = before.findLast(({ at }) => at <= since);
    const within = before.filter(({ at }) => at > since);
    const lowest = Math.min(...[first, ...within].flatMap((one) => one?.intent ?? []), change.intent);
    if (change.intent - lowest < points) continue;
    rises.push({ change, rise: change.intent - lowest });
    toldAt = change.at;
  }
  return rises;
}

/**
 * What people were told of nurtured leads whose intent rose in the last days: whoever owns them, else everyone.
 *
 * @param nurtured tiers.
 */
export function tellOfRises(
  changes: readonly Moved[],
  nurtured: ReadonlySet<string>,
  nurture: RoutingSettings['nurture'],
  ownerOf: (leadId: string) => string | null,
  now: number,
): DemoAlert[] {
  const byLead = new Map<string, Moved[]>();
  for (const change of changes) byLead.set(change.leadId, [...(byLead.get(change.leadId) ?? []), change]);
  return [...byLead].flatMap(([leadId, own]) =>
    findRises(own, nurture)
      .filter(({ change }) => nurtured.has(change.tier) && change.at > now - TOLD_DAYS * DAY)
      .map(({ change, rise }) => {
        const detail = describeRise(rise, change.intent, nurture.days);
        return toAlert({ leadId, userId: ownerOf(leadId), kind: 'intent', detail }, change.at, now);
      }),
  );
}
