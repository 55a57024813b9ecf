/** The product speaks English, with European dates; figures group by thousands with a comma. */
const LOCALE = 'en-GB';
const NO_BREAK = '\u00a0';

function withRealMinus(text: string): string {
  return text.replace('-', '−');
}

/** A number grouped by thousands, with at most `digits` decimals (default 0) and a real minus sign: −1,234. */
export function formatNumber(value: number, digits = 0): string {
  return withRealMinus(
    new Intl.NumberFormat(LOCALE, { maximumFractionDigits: digits }).format(noZeroSign(value, digits)),
  );
}

/** Points with their sign, at most `digits` decimals (default 1): +39.8, −4.9, and a bare 0. */
export function formatSigned(value: number, digits = 1): string {
  const format = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: digits, signDisplay: 'exceptZero' });
  return withRealMinus(format.format(value));
}

/** A share from 0 to 1 as per cent, with at most `digits` decimals (default 0): 0.234 gives "23 %". */
export function formatPercent(share: number, digits = 0): string {
  return `${formatNumber(share * 100, digits)}${NO_BREAK}%`;
}

/** Two shares from 0 to 1 as one interval in per cent: "52–73 %". */
export function formatPercentRange(low: number, high: number, digits = 0): string {
  return `${formatNumber(low * 100, digits)}–${formatPercent(high, digits)}`;
}

/** An amount of money in its currency (ISO 4217), without cents unless it has some; compact gives "€1.2m". */
export function formatMoney(amount: number, currency: string, compact = false): string {
  const format = new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    notation: compact ? 'compact' : 'standard',
    minimumFractionDigits: compact || Number.isInteger(amount) ? 0 : 2,
    maximumFractionDigits: compact ? 1 : 2,
  });
  return withRealMinus(format.format(amount));
}

/** A count with its noun: formatCount(1, 'lead', 'leads') gives "1 lead", 2 gives "2 leads". */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** A count that goes up to `most` and no further: "1,000+" says that there may be more. */
export function formatUpTo(count: number, most: number): string {
  return count < most ? formatNumber(count) : `${formatNumber(most)}+`;
}

/** The first letters of the first and last name, at most two: "Maya Krause" gives "MK". */
export function formatInitials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return picked.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
}

// Numbers like −0.04 shown without decimals would read "−0".
function noZeroSign(value: number, digits: number): number {
  return Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value;
}
