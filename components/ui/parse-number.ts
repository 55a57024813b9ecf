/**
 * Reads a number that a person typed: "40", "+2.5", "-3", "−3" (real minus), "1,200". Undefined when it is none.
 */
export function parseTypedNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[−–]/gu, '-')
    .replace(/^\+/u, '')
    .replace(/,(?=\d{3}\b)/gu, '');
  if (!/^-?(\d+(\.\d*)?|\.\d+)$/u.test(plain)) return undefined;
  return Number(plain);
}

/** Keeps a number between min and max and on the steps that start at zero, free of binary dust. */
export function snapNumber(value: number, min: number, max: number, step: number): number {
  const snapped = Math.round(value / step) * step;
  const bounded = Math.min(max, Math.max(min, snapped));
  return Number(bounded.toFixed(6)) + 0;
}
