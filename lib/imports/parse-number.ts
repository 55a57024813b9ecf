/** English: 1,234.5. European: 1.234,5. */
export type NumberStyle = 'english' | 'european';

const SHAPE: Record<NumberStyle, RegExp> = {
  english: /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i,
  european: /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d+)?$/,
};
const GROUP_SPACE = /(?<=\d)[\s'’](?=\d{3}(?!\d))/g;
const CURRENCY = /^([+-]?)[$€£¥]\s?|\s?[$€£¥]$/g;

function clean(text: string): string {
  return text.trim().replace(/−/g, '-').replace(CURRENCY, '$1').replace(GROUP_SPACE, '');
}

/**
 * Reads a number: grouped digits, a currency sign and a real minus sign are taken.
 *
 * @returns null when the text is no finite number in this style.
 */
export function parseNumber(text: string, style: NumberStyle = 'english'): number | null {
  const cleaned = clean(text);
  if (!/\d/.test(cleaned) || !SHAPE[style].test(cleaned)) return null;
  const plain =
    style === 'english' ? cleaned.replace(/,/g, '') : cleaned.replace(/\./g, '').replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** `either`: both styles read the same number. `unclear`: they read different ones, as of 1.234. */
export type ShownNumberStyle = NumberStyle | 'either' | 'unclear';

/** Which style a number shows; null when it is no number. */
export function findNumberStyle(text: string): ShownNumberStyle | null {
  const english = parseNumber(text, 'english');
  const european = parseNumber(text, 'european');
  if (english !== null && european !== null) return english === european ? 'either' : 'unclear';
  return english !== null ? 'english' : european !== null ? 'european' : null;
}

/** Digits that are a name and no quantity: a phone number, a postal code, an account number. */
export function isDigitCode(text: string): boolean {
  return /^\s*(?:\+|[-−]?0\d)/.test(text) || text.replace(/\D/g, '').length > 15;
}
