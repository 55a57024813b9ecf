import { formatCount, formatNumber } from '@/components/ui/format';
import { COMPANY_SIZE_LABEL } from '@/lib/leads/constants';
import type { Segment } from '@/lib/reports/schema';
import type { Report } from '@/lib/reports/types';

const LOCALE = 'en-GB';

/** "2025-06" as "Jun 2025". */
export function formatShortMonth(month: string): string {
  return write(new Date(`${month}-01T00:00:00Z`), { month: 'short', year: 'numeric' });
}

/** "2025-06" as "J". */
export function formatMonthLetter(month: string): string {
  return write(new Date(`${month}-01T00:00:00Z`), { month: 'narrow' });
}

/** From month to month: "Jan–Aug 2026", "Jun 2025–Nov 2026", or one month alone. */
export function formatPeriod({ from, to }: { from: string; to: string }): string {
  if (from === to) return formatShortMonth(from);
  const short = from.slice(0, 4) === to.slice(0, 4);
  const first = short ? write(new Date(`${from}-01T00:00:00Z`), { month: 'short' }) : formatShortMonth(from);
  return `${first}–${formatShortMonth(to)}`;
}

/** A day in UTC: "24 August 2026". */
export function formatDay(at: Date): string {
  return write(at, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** Which deals the close rates count, and which they leave out, in whole sentences. */
export function sayWhatCounts({ period, cutoff, counted, unknown }: Report): string {
  const until = period.end > cutoff ? ` and before ${formatDay(cutoff)}` : '';
  const open =
    counted.open > 0 ? ` ${formatNumber(counted.open)} still open ${isAre(counted.open)} left out.` : '';
  const missing =
    unknown > 0
      ? ` ${formatCount(unknown, 'deal')} of the period ${isAre(unknown)} left out too: nobody knows how the lead scored when it was engaged.`
      : '';
  return `Counts ${formatNumber(counted.closed)} of the ${formatCount(counted.all, 'deal')} whose lead was first engaged ${formatPeriod(period)}${until}.${open}${missing}`;
}

/** How many deals are counted as of their creation, for want of an engagement; empty when none are. */
export function sayBasis({ counted }: Report): string {
  if (counted.byCreation === 0) return '';
  const all = counted.byCreation === counted.closed;
  const which = all
    ? 'All of these deals'
    : `${formatNumber(counted.byCreation)} of ${formatNumber(counted.closed)}`;
  return `${which} ${counted.byCreation === 1 ? 'is' : 'are'} counted as of the deal’s creation, as the imported history does not say when a rep first engaged the lead.`;
}

/** Hours of working time as people say them: "45 min", "1 h 48", "19 h". */
export function sayHours(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return `${minutes} min`;
  if (minutes >= 600) return `${formatNumber(minutes / 60)} h`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}

/** A figure of a column with as many decimals as the others in it: "1.0", "−0.10". */
export function formatFixed(value: number, digits: number, signed = false): string {
  const sign = value < 0 ? '−' : signed && value > 0 ? '+' : '';
  return `${sign}${Math.abs(value).toFixed(digits)}`;
}

function isAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function write(at: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' })
    .format(at)
    .replace(/Sept\b/u, 'Sep');
}

/** A segment in words: "Software, 51 to 200". */
export function saySegment({ source, country, industry, size }: Segment): string {
  return [...source, ...country, ...industry, ...size.map((one) => COMPANY_SIZE_LABEL[one])].join(', ');
}
