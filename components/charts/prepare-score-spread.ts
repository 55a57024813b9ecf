/** A row of bars and the outline of another, as paths in a box of 100 by 100 with y downwards. */
export interface ScoreSpread {
  bars: string;
  outline: string;
}

/** Scores that one bar covers: two, and the last bar one. */
const BAR_SCORES = 2;

function sumBars(counts: readonly number[]): number[] {
  const bars: number[] = [];
  counts.forEach((count, score) => {
    const bar = Math.floor(score / BAR_SCORES);
    bars[bar] = (bars[bar] ?? 0) + count;
  });
  return bars;
}

/** Heights go by the square root: scores crowd low, and the few high ones are what the lines are set for. */
function drawSteps(bars: readonly number[], tallest: number): string {
  const y = (count: number) => (100 - 100 * Math.sqrt(count / tallest)).toFixed(2);
  return bars
    .map((count, bar) => {
      const x = Math.min(100, bar * BAR_SCORES);
      return `${bar === 0 ? 'M' : 'L'}${x} ${y(count)}H${Math.min(100, x + BAR_SCORES)}`;
    })
    .join('');
}

/**
 * Decides the shapes of two spreads of scores, drawn to one scale.
 *
 * @param counts leads by score, 0 to 100; `outline` the same of the other side.
 */
export function prepareScoreSpread(counts: readonly number[], outline: readonly number[]): ScoreSpread {
  const [bars, others] = [sumBars(counts), sumBars(outline)];
  const tallest = Math.max(1, ...bars, ...others);
  return { bars: `${drawSteps(bars, tallest)}V100H0Z`, outline: drawSteps(others, tallest) };
}
