import type { LearningResult } from '@/lib/learning/schema';

/** A figure with so many digits; a dash where there is none. */
export function formatFigure(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

/** Points with their sign and a real minus. */
export function formatPoints(points: number): string {
  return points < 0 ? `−${Math.abs(points)}` : `+${points}`;
}

/** Share as a percentage, one digit. */
export function formatRate(rate: number | null): string {
  return rate === null ? '–' : `${(rate * 100).toFixed(1)} %`;
}

/** Whether the learned rubric is better than the live one, in a sentence. */
export function judgeInWords({ judged, live }: LearningResult): string {
  if (judged.auc === null || live.auc === null)
    return 'The deals held out do not tell: all of them ended alike.';
  const low = judged.aucInterval?.low ?? 0;
  const high = judged.aucInterval?.high ?? 1;
  if (live.auc < low) return 'The learned rubric tells winners from losers better than the live one.';
  if (live.auc > high)
    return 'The live rubric tells winners from losers better than the learned one: keep it.';
  return 'The learned rubric and the live one do about equally well: the difference is within chance.';
}
