import { z } from 'zod';
import { QUADRANTS } from './constants';
import type { Move } from './types';

/** What an address carries behind its "?", as a page is handed it. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const LONGEST_LIST = 30;
const LONGEST_VALUE = 120;

function takeFirst(value: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  // Postgres holds no NUL in a text, so nothing can be found by one.
  return typeof first === 'string' && first.includes('\0') ? undefined : first;
}

/** One text of an address; undefined when absent, blank or longer than `max` characters. */
export function textParam(max = LONGEST_VALUE) {
  return z.preprocess(takeFirst, z.string().trim().min(1).max(max).optional().catch(undefined));
}

/** One of a few words; the fallback when absent or another. */
export function choiceParam<const T extends readonly [string, ...string[]]>(
  choices: T,
  fallback: NoInfer<T[number]>,
) {
  return z.preprocess(
    takeFirst,
    z.enum<T>(choices).catch(() => fallback),
  );
}

/** An id; undefined when absent or malformed. */
export const idParam = z.preprocess(takeFirst, z.uuid().optional().catch(undefined));

/** Texts with commas between them; empty when absent. A comma inside a text is written "%2C" once more. */
export const listParam = z.preprocess(
  takeFirst,
  z
    .string()
    .optional()
    .catch(undefined)
    .transform((text) =>
      (text ?? '')
        .split(',')
        .map(decodeItem)
        .filter((item) => item !== '' && item.length <= LONGEST_VALUE)
        .slice(0, LONGEST_LIST),
    ),
);

/** Some of a few words, such as `state=new,working`; others are dropped. */
export function choicesParam<const T extends readonly [string, ...string[]]>(choices: T) {
  const one = z.enum<T>(choices);
  return listParam.transform((items) => items.flatMap((item) => one.safeParse(item).data ?? []));
}

/** One of a few whole numbers, such as `added=30`; undefined when absent or another. */
export function numberParam(choices: readonly [string, ...string[]]) {
  return z.preprocess(takeFirst, z.enum(choices).transform(Number).optional().catch(undefined));
}

/** Both ends included. */
export interface Range {
  low: number;
  high: number;
}

/** A range of whole points such as `fit=70-94`; undefined when absent, malformed or the wrong way round. */
export const rangeParam = z.preprocess(
  takeFirst,
  z
    .string()
    .regex(/^\d{1,3}-\d{1,3}$/)
    .optional()
    .catch(undefined)
    .transform((text): Range | undefined => {
      const [low = 0, high = 0] = (text ?? '').split('-').map(Number);
      return text !== undefined && low <= high && high <= 100 ? { low, high } : undefined;
    }),
);

function decodeItem(item: string): string {
  return item.replaceAll('%2C', ',').trim();
}

/** From one quadrant into another, or into it as a new lead: `moved=nurture-route_now`, `moved=new-nurture`. */
export const moveParam = z.preprocess(
  takeFirst,
  z
    .string()
    .optional()
    .catch(undefined)
    .transform((text): Move | undefined => {
      const [from, to] = (text ?? '')
        .split('-')
        .map((word) => QUADRANTS.find((quadrant) => quadrant === word));
      if (!to || !(from || text?.startsWith('new-')) || from === to) return undefined;
      return { from: from ?? null, to };
    }),
);

/** What an address may be given: texts, numbers, lists, ranges and moves; what is empty is left out. */
export type AddressValue = string | number | readonly string[] | Range | Move | undefined;

/** The address of a screen with its filters: `/leads?tier=A&fit=70-94`. */
export function buildAddress(path: string, values: Readonly<Record<string, AddressValue>>): string {
  const pairs = Object.entries(values).flatMap(([key, value]) => {
    const text = writeValue(value);
    return text === '' ? [] : [`${key}=${encodeURIComponent(text).replaceAll('%2C', ',')}`];
  });
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

function writeValue(value: AddressValue): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if ('to' in value) return `${value.from ?? 'new'}-${value.to}`;
  if ('low' in value) return `${value.low}-${value.high}`;
  return value.map((item) => item.replaceAll(',', '%2C')).join(',');
}
