import { formatPercent } from '../ui/format';

/** Taking the best so far: which share of all, which share of the wins; 0 to 1 each. */
export interface GainsInput {
  share: number;
  wins: number;
}

/** A place on or near the curve that has a name, such as where a tier ends. */
export interface GainsMarkInput extends GainsInput {
  label: string;
  /** Any CSS colour. */
  colour: string;
}

export interface PreparedGainsMark {
  key: string;
  colour: string;
  /** Per cent, as the axes are. */
  x: number;
  y: number;
  /** "A: 48 % of wins" and "in 19 % of deals". */
  text: string;
  detail: string;
}

export interface PreparedGains {
  /** Per cent each. */
  points: readonly { x: number; y: number }[];
  marks: readonly PreparedGainsMark[];
  table: readonly (readonly string[])[];
}

/** Places a cumulative gains curve and its marks, and writes their words. */
export function prepareGains(
  curve: readonly GainsInput[],
  marks: readonly GainsMarkInput[],
  unit: string,
): PreparedGains {
  return {
    points: curve.map(({ share, wins }) => ({ x: share * 100, y: wins * 100 })),
    marks: marks.map(({ label, colour, share, wins }) => ({
      key: label,
      colour,
      x: share * 100,
      y: wins * 100,
      text: `${label}: ${formatPercent(wins)} of wins`,
      detail: `in ${formatPercent(share)} of ${unit}`,
    })),
    table: readTenths(curve).map(({ share, wins }) => [formatPercent(share), formatPercent(wins)]),
  };
}

/**
 * Where the words of a mark stand: beside it, or at the end of the chart where there is no room. Under the curve in both, as
 * it only rises.
 *
 * @param width of the words, in per cent of the chart's.
 * @returns how high their top may be, in per cent.
 */
export function placeWords(
  { x, y }: Pick<PreparedGainsMark, 'x' | 'y'>,
  points: PreparedGains['points'],
  width: number,
): { atEnd: boolean; top: number } {
  if (x + width <= 100) return { atEnd: false, top: y };
  const level = points.findLast((point) => point.x <= 100 - width)?.y ?? 0;
  return { atEnd: true, top: Math.min(y, level) };
}

/** The first point at or beyond each tenth: what a reader of the table needs, not every score. */
function readTenths(curve: readonly GainsInput[]): GainsInput[] {
  const tenths = Array.from({ length: 10 }, (_, index) => (index + 1) / 10);
  const found = tenths.flatMap((tenth) => curve.find(({ share }) => share >= tenth - 1e-9) ?? []);
  return [...new Set(found)];
}
