import { describeNumber } from './describe';
import type { CriterionExplanation, Explanation, GroupExplanation } from './explain';

/** Words with instants in them (milliseconds since 1970 UTC), so that whoever shows them sets the time zone. */
export type Words = readonly (string | { at: number })[];

/** A number at one decimal, as points are shown. */
function describePoints(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return describeNumber(rounded === 0 ? 0 : rounded);
}

function describeSigned(points: number): string {
  const text = describePoints(points);
  return points > 0 && text !== '0' ? `+${text}` : text;
}

function describeWorth({ units, points, contribution }: CriterionExplanation): string {
  const counted = describeNumber(Math.round(units * 1000) / 1000);
  return `${counted} × ${describeNumber(points)} = ${describePoints(contribution)}.`;
}

function describeMove({ decay, nextMove }: CriterionExplanation): Words {
  const fading = decay === null || decay === 'stays' ? [] : [` It fades: ${decay}.`];
  if (nextMove === null) return [...fading, ' Time alone does not change it.'];
  return [...fading, ` Next: ${describeSigned(nextMove.by)} on `, { at: nextMove.at }, '.'];
}

function describeOwnLimit({ leftOut }: CriterionExplanation): Words {
  if (leftOut === 0) return [];
  return [
    leftOut === 1
      ? ' One older event is left out by its limit.'
      : ` ${describeNumber(leftOut)} older events are left out by its limit.`,
  ];
}

function describeGroupLimit({ label, sum, total, limitedBy }: GroupExplanation): Words {
  if (limitedBy === null) return [];
  const bound = limitedBy === 'max' ? 'at most' : 'at least';
  return [` ${label} counts ${bound} ${describePoints(total)}, not ${describePoints(sum)}.`];
}

/**
 * A criterion's row in words: what it is worth, how that fades, when it next moves and by how much, and the limits that
 * bite: its own, and its group's.
 *
 * @example '0.996 × 40 = 39.8. It fades: half in 14 days. Next: −1 on …. Buying counts at most 70, not 74.9.'
 */
export function describeCriterion(row: CriterionExplanation, group: GroupExplanation): Words {
  return [
    describeWorth(row),
    ...describeMove(row),
    ...describeOwnLimit(row),
    ...(row.units === 0 ? [] : describeGroupLimit(group)),
  ];
}

/** When the tier changes if nothing new happens, in words. */
export function describeTierChange({ tier, nextTier }: Explanation): Words {
  if (nextTier === null) return [`It stays ${tier} unless something new happens.`];
  return [`It becomes ${nextTier.tier} on `, { at: nextTier.at }, ', unless something new happens.'];
}

/** Words as one text, instants as ISO 8601. */
export function writeWords(words: Words): string {
  return words.map((part) => (typeof part === 'string' ? part : new Date(part.at).toISOString())).join('');
}
