import { formatNumber, formatPercent, formatPercentRange } from '../ui/format';
import { prepareTicks } from './prepare-ticks';

/** A band of a scale with the rate of those in it; shares from 0 to 1. */
export interface RateBandInput {
  /** Ends included, in values of the scale. */
  low: number;
  high: number;
  hits: number;
  total: number;
  /** Missing where there are too few. */
  rate?: number;
  from?: number;
  to?: number;
  /** Any CSS colour. */
  colour: string;
  /** Leads to those counted. */
  href?: string;
}

/** A value of the scale at which something begins: "A from 70". */
export interface BandCut {
  value: number;
  label: string;
  colour: string;
}

export interface PreparedBand {
  key: string;
  /** Place on the axis: the middle of the band, counted in bands. */
  x: number;
  rate?: number;
  interval?: [low: number, high: number];
  colour: string;
  href?: string;
  rangeText: string;
  countText: string;
  rateText: string;
  intervalText: string;
}

export interface PreparedBands {
  bands: readonly PreparedBand[];
  cuts: readonly (BandCut & { x: number })[];
  ticks: readonly number[];
}

/** Decides places, ticks and words of rates by band; every band is drawn equally wide. */
export function prepareRateBands(
  bands: readonly RateBandInput[],
  cuts: readonly BandCut[] = [],
): PreparedBands {
  const largest = Math.max(0, ...bands.map(({ rate, to }) => to ?? rate ?? 0));
  return {
    bands: bands.map((band, index) => ({
      key: String(band.low),
      x: index + 0.5,
      rate: band.rate,
      interval: band.from === undefined || band.to === undefined ? undefined : [band.from, band.to],
      colour: band.colour,
      href: band.href,
      rangeText:
        index === bands.length - 1 && band.high === 100 ? `${band.low}+` : `${band.low}–${band.high}`,
      countText: `${formatNumber(band.hits)}/${formatNumber(band.total)}`,
      rateText: band.rate === undefined ? 'too few to say' : formatPercent(band.rate),
      intervalText:
        band.from === undefined || band.to === undefined ? '' : formatPercentRange(band.from, band.to),
    })),
    cuts: cuts.flatMap((cut) => {
      const x = placeCut(bands, cut.value);
      return x === undefined ? [] : [{ ...cut, x }];
    }),
    ticks: prepareTicks(Math.min(1, largest)),
  };
}

/** Nothing for a cut at the very beginning: there is nothing before it to part from. */
function placeCut(bands: readonly RateBandInput[], value: number): number | undefined {
  const index = bands.findIndex(({ low, high }) => value >= low && value <= high);
  const band = bands[index];
  if (!band || (index === 0 && value === band.low)) return undefined;
  return index + (value - band.low) / (band.high - band.low + 1);
}
