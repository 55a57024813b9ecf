/**
 * How much better a tier of one rubric is than a tier of another, in steps: by where the same name stands, or a new name in
 * its place; else counted from the last, which every rubric has. Negative is worse.
 *
 * @param before names of tiers, the best first, and the place among them that is come from.
 * @param after the same of the other rubric, and the place that is gone to.
 */
export function compareTiers(
  before: readonly string[],
  from: number,
  after: readonly string[],
  to: number,
): number {
  const fromAfter = findAgain(before, from, after);
  if (fromAfter !== -1) return fromAfter - to;
  const toBefore = findAgain(after, to, before);
  if (toBefore !== -1) return from - toBefore;
  return after.length - to - (before.length - from);
}

/** Where a name stands among others, or what took its place; -1 when neither is there. */
function findAgain(names: readonly string[], place: number, others: readonly string[]): number {
  const same = others.indexOf(names[place] ?? '');
  const there = others[place];
  return same === -1 && there !== undefined && !names.includes(there) ? place : same;
}
