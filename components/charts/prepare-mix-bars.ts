/** Leads of one kind of all, at one instant. */
export interface MixInput {
  at: number;
  count: number;
  all: number;
}

export interface PreparedMixBar {
  at: number;
  /** Height in per cent of the tallest bar. */
  height: number;
  share: number;
}

export interface PreparedMark {
  label: string;
  /** Per cent of the width. */
  place: number;
}

/** Bars of shares on a scale of their own, from zero. */
export function prepareMixBars(points: readonly MixInput[]): PreparedMixBar[] {
  const shares = points.map(({ count, all }) => (all === 0 ? 0 : count / all));
  const most = Math.max(...shares, Number.MIN_VALUE);
  return points.map(({ at }, index) => {
    const share = shares[index] ?? 0;
    return { at, share, height: (share / most) * 100 };
  });
}

/**
 * Where marks stand among bars of equal width, each bar telling of its instant: before the first bar whose instant is not
 * earlier. A mark behind the last bar is left out.
 */
export function placeMarks(
  points: readonly { at: number }[],
  marks: readonly { at: number; label: string }[],
): PreparedMark[] {
  return marks.flatMap(({ at, label }) => {
    const index = points.findIndex((point) => point.at >= at);
    return index < 0 ? [] : [{ label, place: (index / points.length) * 100 }];
  });
}
