import { z } from 'zod';
import { normaliseDomain } from '@/lib/companies/normalise-domain';
import { normaliseEmail } from '@/lib/leads/normalise-email';

/** Instants before and after these are mistakes: a year of two digits, milliseconds taken for seconds. */
const EARLIEST = Date.parse('1900-01-01T00:00:00Z');
const LATEST = Date.parse('2200-01-01T00:00:00Z');
const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;

/** A text with something in it, trimmed. */
export const text = (max: number) => z.string().trim().min(1).max(max);

/** An id given by another system, and the name of such a system. */
export const key = text(200);

/** A name as people read it. */
export const name = text(300);

/** An e-mail address; trimmed and lower-cased, as that makes two the same person. */
export const email = z
  .string()
  .max(254)
  .meta({
    description: 'An e-mail address; upper and lower case are the same.',
    examples: ['ann@acme.example'],
  })
  .transform((value, context) => {
    const address = normaliseEmail(value);
    if (address !== null) return address;
    context.addIssue({ code: 'custom', message: `“${value}” is no e-mail address` });
    return z.NEVER;
  });

/** A company's domain; a web address gives its domain. */
export const domain = z
  .string()
  .max(300)
  .meta({ description: 'A domain, or a web address that has it.', examples: ['acme.example'] })
  .transform((value, context) => {
    const found = normaliseDomain(value);
    if (found !== null) return found;
    context.addIssue({ code: 'custom', message: `“${value}” is no domain` });
    return z.NEVER;
  });

/** An instant of ISO 8601 with its zone, or a date for its midnight in UTC; as UTC with milliseconds. */
export const instant = z
  .string()
  .max(40)
  .meta({
    description: 'ISO 8601 with a zone, such as 2026-03-31T09:00:00Z; a date alone is its midnight in UTC.',
    examples: ['2026-03-31T09:00:00Z'],
  })
  .transform((value, context) => {
    const at = INSTANT.test(value) ? Date.parse(value) : Number.NaN;
    if (at >= EARLIEST && at < LATEST) return new Date(at).toISOString();
    const message = Number.isNaN(at)
      ? `“${value}” is no instant; write it as 2026-03-31T09:00:00Z`
      : `“${value}” lies outside the years 1900 to 2199`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** Money: a number, or decimal text, of at most two digits behind the point; as text with two. */
export const amount = z
  .union([z.number(), z.string().max(20)])
  .meta({ description: 'A number or decimal text with at most two decimals.', examples: [12500, '12500.50'] })
  .transform((value, context) => {
    const written = String(value).trim();
    if (/^-?\d{1,13}(?:\.\d{1,2})?$/u.test(written)) return Number(written).toFixed(2);
    context.addIssue({ code: 'custom', message: `“${written}” is no amount; write it as 12500.50` });
    return z.NEVER;
  });

/** Three letters of ISO 4217. */
export const currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/u, 'A currency has three letters, such as EUR')
  .meta({ examples: ['EUR'] });

/** An instant as answers carry it: UTC, with milliseconds. */
export const answeredInstant = z.string().meta({ format: 'date-time' });

/** An id of ours as answers carry it. */
export const answeredId = z.string().meta({ format: 'uuid' });

/** Some of a few words with commas between them, as in `state=new,working`. */
export function wordsOf<const T extends readonly [string, ...string[]]>(words: T) {
  const one = z.enum<T>(words);
  return z
    .string()
    .max(500)
    .meta({ description: `Some of ${words.join(', ')}, with commas between them.` })
    .transform((value, context) => {
      const asked = value.split(',').map((word) => word.trim());
      return asked.flatMap((word) => {
        const read = one.safeParse(word);
        if (read.success) return [read.data];
        context.addIssue({ code: 'custom', message: `“${word}” is none of ${words.join(', ')}` });
        return [];
      });
    });
}

/** Texts with commas between them, as in `country=Germany,France`. */
export const texts = z
  .string()
  .min(1)
  .max(2000)
  .meta({ description: 'One or several, with commas between them.' })
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );

/** A whole number of points, as a query carries it. */
export const points = z.coerce.number().int().min(0).max(100);

/** How many a page holds. */
export const limit = z.coerce.number().int().min(1).max(200).default(50).meta({
  description: 'How many a page holds.',
});

/** Where a page begins: the `next` of the page before. */
export const cursor = z.string().min(1).max(300).meta({
  description: 'Where the page begins: `next` of the page before. Opaque: take it as it is.',
});
