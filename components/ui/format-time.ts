const LOCALE = 'en-GB';
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How an instant is written: "2 Dec", "2 December 2025", "Tue 2 Dec", "10:46", or the whole instant with its zone. */
export type InstantStyle = 'day' | 'long' | 'weekday' | 'time' | 'exact';

const STYLE: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  time: { hour: '2-digit', minute: '2-digit' },
  exact: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  },
};

/** An instant (milliseconds since 1970) in a time zone (IANA name, such as "Europe/Berlin"). */
export function formatInstant(at: number, style: InstantStyle, timeZone: string): string {
  const text = new Intl.DateTimeFormat(LOCALE, { ...STYLE[style], timeZone }).format(at);
  // Intl writes "Sept" and, in some versions, a comma behind the weekday.
  return text.replace(/Sept\b/u, 'Sep').replace(/^(\p{L}{3}),/u, '$1');
}

/**
 * How far an instant lies from now: "just now", "12 min ago", "2 h ago", "11 d ago", "in 3 d".
 * Beyond 30 days the date is said, with its year when that is another. All in milliseconds.
 */
export function formatRelative(at: number, now: number, timeZone: string): string {
  const distance = Math.abs(at - now);
  if (distance < 45 * SECOND) return 'just now';
  if (distance >= 30 * DAY) return formatFarDay(at, now, timeZone);
  const words = formatSpan(distance);
  return at > now ? `in ${words}` : `${words} ago`;
}

/** A length of time in its largest unit, rounded down: "1 min", "2 h", "11 d". Milliseconds. */
export function formatSpan(length: number): string {
  if (length < HOUR) return `${Math.max(1, Math.floor(length / MINUTE))} min`;
  if (length < DAY) return `${Math.floor(length / HOUR)} h`;
  return `${Math.floor(length / DAY)} d`;
}

/** A running clock: "3:12" below an hour, "1 h 20" below a day, "4 d" beyond. Milliseconds; the sign is dropped. */
export function formatClock(length: number): string {
  const left = Math.abs(length);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  if (left < HOUR) return `${Math.floor(left / MINUTE)}:${two((left % MINUTE) / SECOND)}`;
  if (left < DAY) return `${Math.floor(left / HOUR)} h ${two((left % HOUR) / MINUTE)}`;
  return `${Math.floor(left / DAY)} d`;
}

function formatFarDay(at: number, now: number, timeZone: string): string {
  const year = (instant: number) =>
    new Intl.DateTimeFormat(LOCALE, { year: 'numeric', timeZone }).format(instant);
  const day = formatInstant(at, 'day', timeZone);
  return year(at) === year(now) ? day : `${day} ${year(at)}`;
}
