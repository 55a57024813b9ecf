import { formatNumber, formatPercent } from '../ui/format';

export interface HistogramBin {
  /** Values from and to, both included. */
  from: number;
  to: number;
  count: number;
}

/** A line that parts the values: "A from 70". */
export interface HistogramCut {
  value: number;
  label: string;
  /** Any CSS colour. */
  colour: string;
}

export interface PreparedBar {
  key: string;
  /** Share of the tallest, 0 to 1. */
  height: number;
  rangeText: string;
  countText: string;
  shareText: string;
}

export interface PreparedHistogram {
  bars: readonly PreparedBar[];
  /** Per cent of the width. */
  cuts: readonly (HistogramCut & { place: number })[];
  ticks: readonly { place: number; label: string }[];
  total: number;
}

/** Decides bars, cuts and ticks of a histogram over even bins, lowest first. */
export function prepareHistogram(
  bins: readonly HistogramBin[],
  cuts: readonly HistogramCut[] = [],
): PreparedHistogram {
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  const tallest = Math.max(1, ...bins.map((bin) => bin.count));
  const first = bins[0]?.from ?? 0;
  // Bins of whole values end one short of the next; the last may be one wider (95–100).
  const width = bins[1] ? bins[1].from - first : 1;
  const place = (value: number) => ((value - first) / (width * Math.max(1, bins.length))) * 100;
  const every = Math.max(1, Math.ceil(bins.length / 5));
  return {
    bars: bins.map((bin) => ({
      key: String(bin.from),
      height: bin.count / tallest,
      rangeText:
        bin.from === bin.to ? formatNumber(bin.from) : `${formatNumber(bin.from)}–${formatNumber(bin.to)}`,
      countText: formatNumber(bin.count),
      shareText: total > 0 ? formatPercent(bin.count / total, 1) : '',
    })),
    cuts: cuts.map((cut) => ({ ...cut, place: place(cut.value) })),
    ticks: bins
      .filter((_, index) => index % every === 0)
      .map((bin) => ({ place: place(bin.from), label: formatNumber(bin.from) })),
    total,
  };
}
