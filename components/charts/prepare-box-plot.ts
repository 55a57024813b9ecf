/** Quantiles of a duration in hours: tenth, quarter, half, three quarters, nine tenths. */
export type Quantiles = readonly number[];

export interface BoxPlotInput {
  key: string;
  /** Missing while nothing was measured. */
  hours: Quantiles | null;
  /** Hours that it should take at most. */
  target: number | null;
}

/** Places in per cent of the width. */
export interface PreparedBox {
  key: string;
  whisker: { from: number; to: number } | null;
  box: { from: number; to: number } | null;
  median: number | null;
  target: number | null;
}

export interface PreparedBoxPlot {
  rows: PreparedBox[];
  ticks: { place: number; label: string }[];
}

const TICKS = [
  { hours: 1 / 60, label: '1 min' },
  { hours: 5 / 60, label: '5 min' },
  { hours: 0.25, label: '15 min' },
  { hours: 1, label: '1 h' },
  { hours: 4, label: '4 h' },
  { hours: 12, label: '12 h' },
  { hours: 48, label: '48 h' },
  { hours: 168, label: '168 h' },
  { hours: 672, label: '672 h' },
];

/** Decides the places of durations on a scale of logarithms, from the tick below the shortest to the one above the longest. */
export function prepareBoxPlot(rows: readonly BoxPlotInput[]): PreparedBoxPlot {
  const shown = rows.flatMap(({ hours, target }) => [...(hours ?? []), ...(target === null ? [] : [target])]);
  const positive = shown.filter((value) => value > 0);
  const shortest = Math.min(1, ...positive);
  const longest = Math.max(4, ...positive);
  const first = Math.max(
    0,
    TICKS.findLastIndex(({ hours }) => hours <= shortest),
  );
  const above = TICKS.findIndex(({ hours }) => hours >= longest);
  const ticks = TICKS.slice(first, (above < 0 ? TICKS.length - 1 : above) + 1);
  const low = Math.log(ticks[0]?.hours ?? 1);
  const high = Math.log(ticks.at(-1)?.hours ?? 4);
  const place = (hours: number) => {
    const share = hours <= 0 ? 0 : (Math.log(hours) - low) / (high - low);
    return Math.min(1, Math.max(0, share)) * 100;
  };
  return {
    ticks: ticks.map(({ hours, label }) => ({ place: place(hours), label })),
    rows: rows.map(({ key, hours, target }) => {
      const [p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0] = hours ?? [];
      return {
        key,
        whisker: hours && { from: place(p10), to: place(p90) },
        box: hours && { from: place(p25), to: place(p75) },
        median: hours && place(p50),
        target: target === null ? null : place(target),
      };
    }),
  };
}
