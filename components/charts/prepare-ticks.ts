const STEPS = [1, 2, 2.5, 5, 10];

/** Round values from 0 to at least `max`, about `count` steps apart evenly: prepareTicks(73, 4) gives 0, 20, 40, 60, 80. */
export function prepareTicks(max: number, count = 4): readonly number[] {
  if (!(max > 0)) return [0, 1];
  const rough = max / count;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((factor) => factor * size >= rough * 0.999) ?? 10) * size;
  const last = Math.ceil((max / step) * 0.999_999);
  return Array.from({ length: last + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
