import { formatInstant } from '../ui/format-time';

/** The scores as they were from one instant on. Instants in milliseconds, scores 0 to 100. */
export interface HistoryPoint {
  at: number;
  fit: number;
  intent: number;
  score: number;
  /** How and why they changed: "30 → 70: requested a demo +40". */
  cause?: string;
  /** Which of the two the cause moved. */
  causeAxis?: 'fit' | 'intent';
}

/** A height that decides something: "A from 70". */
export interface HistoryLine {
  value: number;
  label: string;
  /** Any CSS colour. */
  colour: string;
}

export interface ScoreHistoryInput {
  /** Oldest first. */
  points: readonly HistoryPoint[];
  /** What follows if nothing new happens, oldest first. */
  projected?: readonly HistoryPoint[];
  now: number;
  lines?: readonly HistoryLine[];
  /** IANA name, such as "Europe/Berlin". */
  timeZone: string;
}

/** A row of the chart; the future has fields of its own, so that its lines are dashed. */
export interface HistoryRow {
  at: number;
  fit?: number;
  intent?: number;
  score?: number;
  fitNext?: number;
  intentNext?: number;
  scoreNext?: number;
}

export interface HistoryCause {
  /** Counts from 1, in time; stands in the mark and in the list. */
  number: number;
  at: number;
  score: number;
  label: string;
  axis?: 'fit' | 'intent';
  day: string;
}

export interface PreparedHistory {
  rows: readonly HistoryRow[];
  domain: readonly [from: number, to: number];
  ticks: readonly number[];
  tickText: (at: number) => string;
  causes: readonly HistoryCause[];
  lines: readonly HistoryLine[];
  now: number;
}

const TICKS = 6;

/** Decides rows, ticks and numbered causes of the score over time. */
export function prepareScoreHistory(input: ScoreHistoryInput): PreparedHistory {
  const { points, projected = [], now, timeZone } = input;
  const last = points.at(-1);
  const from = points[0]?.at ?? now;
  const to = Math.max(now, projected.at(-1)?.at ?? now);
  const future = last && projected.length > 0 ? [{ ...last, at: now }, ...projected] : [];
  const past: HistoryRow[] = points.map(({ at, fit, intent, score }) => ({ at, fit, intent, score }));
  // The line goes on to now: the score held until this instant.
  if (last) past.push({ at: now, fit: last.fit, intent: last.intent, score: last.score });
  return {
    rows: joinRows(past, future),
    domain: [from, to],
    ticks: spreadTicks(from, to),
    tickText: (at) => formatInstant(at, 'day', timeZone),
    causes: listCauses(points, timeZone),
    lines: input.lines ?? [],
    now,
  };
}

function joinRows(past: readonly HistoryRow[], future: readonly HistoryPoint[]): readonly HistoryRow[] {
  const [first, ...rest] = future;
  const ahead = (point: HistoryPoint) => ({
    fitNext: point.fit,
    intentNext: point.intent,
    scoreNext: point.score,
  });
  const now = past.at(-1);
  const joined = first && now ? [...past.slice(0, -1), { ...now, ...ahead(first) }] : past;
  return [...joined, ...rest.map((point) => ({ at: point.at, ...ahead(point) }))];
}

function spreadTicks(from: number, to: number): readonly number[] {
  if (to <= from) return [from];
  return Array.from({ length: TICKS }, (_, index) => from + ((to - from) * index) / (TICKS - 1));
}

function listCauses(points: readonly HistoryPoint[], timeZone: string): readonly HistoryCause[] {
  const causes: HistoryCause[] = [];
  points.forEach((point) => {
    if (point.cause === undefined) return;
    causes.push({
      number: causes.length + 1,
      at: point.at,
      score: point.score,
      label: point.cause,
      axis: point.causeAxis,
      day: formatInstant(point.at, 'day', timeZone),
    });
  });
  return causes;
}
