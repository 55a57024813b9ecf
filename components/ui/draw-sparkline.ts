export interface SparklineBox {
  width: number;
  height: number;
  min?: number;
  max?: number;
}

const INSET = 1.5;

/** The SVG path of values at even distances, from left to right; empty for fewer than two. */
export function drawSparkline(values: readonly number[], box: SparklineBox): string {
  if (values.length < 2) return '';
  const low = box.min ?? Math.min(0, ...values);
  const high = box.max ?? Math.max(0, ...values);
  const span = high - low || 1;
  const stepX = box.width / (values.length - 1);
  const points = values.map((value, index) => {
    const y = INSET + (1 - (value - low) / span) * (box.height - 2 * INSET);
    return `${round(index * stepX)} ${round(y)}`;
  });
  return `M${points.join('L')}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
