import { lowerFirst } from '@/lib/scoring/describe';
import type { MovedPart, RuleNames, ScoreCause } from './types';

/** What is told of a change: the whole scores, and the causes between them. */
export interface ToldChange {
  scoreBefore: number | null;
  score: number;
  cause: ScoreCause;
  rubricNumber: number;
  moved: readonly MovedPart[];
}

interface Cause {
  words: string;
  /** In points of the score. */
  points: number;
}

/** Causes that are named one by one; the rest are summed. */
const MOST_NAMED = 4;

/** Rounding fit, intent and score moves the score by no more than this: what is beyond is a cause by itself. */
const ROUNDING = 2;

function formatPoints(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}

/** Of a row stored before decay was kept apart: what fell by time alone, and did not end, faded. */
function decayOf(part: MovedPart, cause: ScoreCause): number {
  if ('limitOf' in part) return 0;
  if (part.decay !== undefined) return part.decay;
  const faded = cause === 'decay' && part.after !== 0 && Math.abs(part.after) < Math.abs(part.before);
  return faded ? part.after - part.before : 0;
}

/** The causes in points of the score: fading in one sum, limits in one, every other criterion by its label. */
function listCauses({ moved, cause }: ToldChange, { fitWeight, criteria }: RuleNames): Cause[] {
  const sums = new Map<string, number>();
  const add = (words: string, points: number) => sums.set(words, (sums.get(words) ?? 0) + points);
  for (const part of moved) {
    const known = 'limitOf' in part ? part : criteria.get(part.criterionId);
    if (!known) continue;
    const weight = known.axis === 'fit' ? fitWeight : 1 - fitWeight;
    const decay = decayOf(part, cause);
    if (decay !== 0) add('decay', weight * decay);
    const words = 'label' in known ? lowerFirst(known.label) : 'limit';
    add(words, weight * (part.after - part.before - decay));
  }
  return [...sums].map(([words, points]) => ({ words, points }));
}

/** Rounds causes to whole points that add up to the whole: those that lose most by rounding give way. */
function roundCauses(causes: readonly Cause[], whole: number): Cause[] {
  const rounded = causes.map(({ words, points }) => ({
    words,
    points: Math.round(points) || 0,
    exact: points,
  }));
  const rest = () => whole - rounded.reduce((sum, { points }) => sum + points, 0);
  for (let left = rest(); left !== 0; left = rest()) {
    const step = Math.sign(left);
    const [next] = [...rounded].sort((a, b) => step * (b.exact - b.points - (a.exact - a.points)));
    if (!next) return [];
    next.points += step;
  }
  return rounded;
}

function bySize(a: Cause, b: Cause): number {
  return Math.abs(b.points) - Math.abs(a.points);
}

/** The causes that show, the largest first, the smallest of many as one sum. */
function pickCauses(causes: readonly Cause[]): Cause[] {
  const shown = causes.filter(({ points }) => points !== 0).sort(bySize);
  if (shown.length <= MOST_NAMED + 1) return shown;
  const others = shown.slice(MOST_NAMED).reduce((sum, { points }) => sum + points, 0);
  return [...shown.slice(0, MOST_NAMED), ...(others === 0 ? [] : [{ words: 'others', points: others }])];
}

function writeCauses(change: ToldChange, rules: RuleNames): string {
  const causes = listCauses(change, rules);
  const whole = change.score - (change.scoreBefore ?? 0);
  const unnamed = whole - causes.reduce((sum, { points }) => sum + points, 0);
  // Of another rubric's criteria and limits not everything has a name here.
  if (Math.abs(unnamed) > ROUNDING) causes.push({ words: 'other rules', points: unnamed });
  const shown = pickCauses(roundCauses(causes, whole));
  if (shown.length > 0)
    return shown.map(({ words, points }) => `${words} ${formatPoints(points)}`).join(', ');
  const [most] = [...causes].sort(bySize);
  return most ? `${most.words}, less than a point` : '';
}

/**
 * A change of a score with its causes, in whole points of the score that add up to the change. Fading of all criteria is
 * summed as decay, what limits took as limit.
 *
 * @param rules the names of the criteria on both sides, and the weight of fit in the new score.
 * @example '62 → 48: decay −9, unsubscribed −5'
 */
export function describeScoreChange(change: ToldChange, rules: RuleNames): string {
  const { scoreBefore, score, cause, rubricNumber } = change;
  const causes = writeCauses(change, rules);
  const by = cause === 'rubric' ? ` by rubric ${rubricNumber}` : '';
  const figures =
    scoreBefore === null
      ? `First scored ${score}`
      : scoreBefore === score
        ? `${score} stays`
        : `${scoreBefore} → ${score}`;
  return causes === '' ? `${figures}${by}` : `${figures}${by}: ${causes}`;
}
