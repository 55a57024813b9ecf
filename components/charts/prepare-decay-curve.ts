export interface DecayCurveInput {
  /** What it is worth today and on each day after, 0 to 1 of its full value, at even distances over the horizon. */
  values: readonly number[];
  /** Days that the values cover. */
  horizonDays: number;
  /** Day of the mark, such as a week from now. */
  markDay?: number;
  /** Pixels. */
  width: number;
  height: number;
}

export interface PreparedDecayCurve {
  path: string;
  start: { x: number; y: number };
  /** Where the dashed mark stands; nothing when it lies beyond the horizon. */
  markX?: number;
  baseY: number;
}

/** Places the curve of something that loses its worth. A fall at once is drawn upright, not slanted. */
export function prepareDecayCurve(input: DecayCurveInput): PreparedDecayCurve {
  const { values, horizonDays, markDay, width, height } = input;
  const full = Math.max(1, ...values.map(Math.abs));
  const baseY = height - 1.5;
  const xAt = (index: number) => round((index / Math.max(1, values.length - 1)) * width);
  const yAt = (value: number) => round(height - 2 - (height - 5) * (Math.abs(value) / full));
  const commands = values.map((value, index) => {
    const before = values[index - 1];
    const drops = before !== undefined && Math.abs(before - value) > 0.5 * full;
    const upright = drops ? `L${xAt(index)} ${yAt(before)}` : '';
    return `${upright}${index === 0 ? 'M' : 'L'}${xAt(index)} ${yAt(value)}`;
  });
  return {
    path: commands.join(''),
    start: { x: 0, y: yAt(values[0] ?? 0) },
    markX:
      markDay !== undefined && markDay <= horizonDays ? round((markDay / horizonDays) * width) : undefined,
    baseY,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
