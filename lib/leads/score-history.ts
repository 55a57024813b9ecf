import type { ForecastStep } from '@/lib/forecast/types';
import { describeScoreChange } from '@/lib/scores/describe-score-change';
import type { RuleNames, ScoreChangeEntry } from '@/lib/scores/types';

/** The scores from one instant on, as the chart takes them. Instants in milliseconds. */
export interface HistoryPoint {
  at: number;
  fit: number;
  intent: number;
  score: number;
  cause?: string;
  causeAxis?: 'fit' | 'intent';
}

/** Causes that are named on the chart: more would cover it. */
const MOST_CAUSES = 9;

/** From so many points on, a change is worth a name whatever its tier. */
const NOTABLE = 4;

const NO_NAMES: RuleNames = { fitWeight: 0.5, criteria: new Map() };

function weigh(entry: ScoreChangeEntry): number {
  const jump = Math.abs(entry.score - (entry.scoreBefore ?? 0));
  return jump + (entry.tier !== entry.tierBefore ? 100 : 0);
}

/**
 * A lead's stored history from an instant on, oldest first, with the causes of each change that matters. It begins with
 * the score that held at that instant.
 *
 * @param entries newest first, as they are read.
 * @param rules what the entries' versions call their criteria, by number.
 * @param from milliseconds since 1970.
 */
export function toHistory(
  entries: readonly ScoreChangeEntry[],
  rules: ReadonlyMap<number, RuleNames>,
  from: number,
): HistoryPoint[] {
  const held = entries.find(({ at }) => at.getTime() <= from);
  const within = entries.filter(({ at }) => at.getTime() > from);
  const notable = within
    .filter((entry) => weigh(entry) >= NOTABLE)
    .sort((a, b) => weigh(b) - weigh(a))
    .slice(0, MOST_CAUSES);
  const named = new Set(notable.map(({ id }) => id));
  const start = held ? [{ at: from, fit: held.fit, intent: held.intent, score: held.score }] : [];
  const told = [...within].reverse().map((entry, index, all): HistoryPoint => {
    const { at, fit, intent, score } = entry;
    const point = { at: at.getTime(), fit, intent, score };
    if (!named.has(entry.id)) return point;
    const before = all[index - 1] ?? held;
    const byFit = Math.abs(fit - (before?.fit ?? 0)) > Math.abs(intent - (before?.intent ?? 0));
    const cause = describeScoreChange(entry, rules.get(entry.rubricNumber) ?? NO_NAMES);
    return { ...point, cause, causeAxis: byFit ? 'fit' : 'intent' };
  });
  return [...start, ...told];
}

/** What is to come, up to `days` from now, as the chart takes it. */
export function toProjection(
  steps: readonly ForecastStep[],
  present: Omit<HistoryPoint, 'at'>,
  now: number,
  days: number,
): HistoryPoint[] {
  const end = now + days * 86_400_000;
  const ahead = steps
    .filter(({ at }) => at <= end)
    .map(({ at, fit, intent, score }) => ({ at, fit, intent, score }));
  const last = ahead.at(-1) ?? present;
  return [...ahead, { at: end, fit: last.fit, intent: last.intent, score: last.score }];
}
