import type { ForecastStep } from '@/lib/forecast/types';
import type { ScoreChangeEntry } from '@/lib/scores/types';

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

function nameCause(entry: ScoreChangeEntry, labels: Readonly<Record<string, string>>): string {
  if (entry.cause === 'first') return 'First scored';
  if (entry.cause === 'rubric') return `Rubric ${entry.rubricNumber} published`;
  const [most] = [...entry.moved].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  if (!most) return 'Limits of a group';
  const label = labels[most.criterionId] ?? 'A criterion of an older rubric';
  if (most.after === 0) return `No longer: ${label.toLowerCase()}`;
  return Math.abs(most.after) < Math.abs(most.before) ? `${label} fades` : label;
}

function weigh(entry: ScoreChangeEntry): number {
  const jump = Math.abs(entry.score - (entry.scoreBefore ?? 0));
  return jump + (entry.tier !== entry.tierBefore ? 100 : 0);
}

/**
 * A lead's stored history from an instant on, oldest first, with a name for each change that matters. It begins with
 * the score that held at that instant.
 *
 * @param entries newest first, as they are read.
 * @param from milliseconds since 1970.
 */
export function toHistory(
  entries: readonly ScoreChangeEntry[],
  labels: Readonly<Record<string, string>>,
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
    return { ...point, cause: nameCause(entry, labels), causeAxis: byFit ? 'fit' : 'intent' };
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
