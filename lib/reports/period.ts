import { DEFAULT_MONTHS, MATURITY_DAYS } from './constants';
import type { Segment } from './schema';

const DAY_MS = 86_400_000;
const FORM = /^(\d{4})-(\d{2})$/;

/** Whole months in UTC, first and last included. */
export interface Period {
  /** "2025-06" */
  from: string;
  to: string;
  /** Where it begins, and the first instant behind it. */
  start: Date;
  end: Date;
  /** By which rubric leads are scored as of their first engagement; that of then when absent. */
  by?: 'then' | 'now';
  /** Of which leads; all of them when absent. */
  segment?: Segment;
}

/** The month of an instant in UTC: "2025-06". */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/** The first instant of a month in UTC, `later` months on. */
export function startOfMonth(month: string, later = 0): Date {
  const [, year, number] = FORM.exec(month) ?? [];
  return new Date(Date.UTC(Number(year), Number(number) - 1 + later, 1));
}

/** Where the deals that can be counted begin, as months; null when there is none. */
export interface DealSpan {
  /** The month of the oldest deal. */
  first: string | null;
  /** The month since which as many have closed as the default period should hold; that of the oldest when fewer have. */
  enough: string | null;
}

/**
 * The period that was asked for. What is no month, lies in the future or comes in the wrong order falls back: to the last 18
 * months, or to what of them holds deals; further back when so few closed within them that they would show nothing.
 */
export function readPeriod(
  asked: { from?: string; to?: string },
  { first, enough }: DealSpan,
  now: Date,
): Period {
  const latest = monthOf(now);
  const to = isMonth(asked.to) && asked.to <= latest ? asked.to : latest;
  const lately = monthOf(startOfMonth(to, 1 - DEFAULT_MONTHS));
  const usual = enough !== null && enough < lately ? enough : lately;
  const fallback = first !== null && first > usual && first <= to ? first : usual;
  const from = isMonth(asked.from) && asked.from <= to ? asked.from : fallback;
  return { from, to, start: startOfMonth(from), end: startOfMonth(to, 1) };
}

/** Every month from one to another, newest first; at most ten years. */
export function listMonths(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = last; month >= first && months.length < 120;) {
    months.push(month);
    month = monthOf(startOfMonth(month, -1));
  }
  return months;
}

/** Leads engaged before this instant had time to close. */
export function maturityCutoff(now: Date, maturityDays = MATURITY_DAYS): Date {
  return new Date(now.getTime() - maturityDays * DAY_MS);
}

function isMonth(text: string | undefined): text is string {
  const month = Number(FORM.exec(text ?? '')?.[2]);
  return month >= 1 && month <= 12 && (text ?? '') >= '1990';
}
