import type { CompiledRubric } from './compile-rubric';
import type { PreparedLead } from './evidence';
import type { MatchList } from './match-events';
import { countExisting, measureIntent, type Measure } from './measure-intent';

/** The events of a list that exist at an instant, as they will be seen later. */
function keepExisting(list: MatchList | undefined, asOf: number): MatchList | undefined {
  if (!list) return undefined;
  const existing = countExisting(list.at, asOf);
  return { at: list.at.slice(0, existing), events: list.events.slice(0, existing) };
}

/**
 * What time alone does to evidence that fades: for each `each` criterion with a decay, what the events that exist at
 * the first instant are worth at the second, less what they were worth at the first.
 *
 * @param from milliseconds since 1970 UTC.
 * @param to milliseconds since 1970 UTC, not before `from`.
 * @returns points by criterion id, without those that did not fade. Below 0 for what was worth something.
 * @example measureFade(compiled, prepareLead(compiled, lead, events, events), then, now).get('demo-requested') // −3.2
 */
export function measureFade(
  compiled: CompiledRubric,
  { lists, createdAt }: Pick<PreparedLead, 'lists' | 'createdAt'>,
  from: number,
  to: number,
): Map<string, number> {
  const fades = new Map<string, number>();
  const out: Measure = { units: 0, slope: 0, until: 0 };
  compiled.intent.forEach((intent, place) => {
    const { criterion, index } = intent;
    if (criterion.kind !== 'each' || criterion.decay.kind === 'none') return;
    const list = keepExisting(lists[place], from);
    if (!list || list.at.length === 0) return;
    measureIntent(intent, list, createdAt, from, out);
    const before = out.units;
    measureIntent(intent, list, createdAt, to, out);
    if (out.units !== before) {
      fades.set(criterion.id, (compiled.plan.points[index] ?? 0) * (out.units - before));
    }
  });
  return fades;
}
