'use client';

import { useNow, useTimeZone } from './clock';
import { formatInstant, formatRelative, type InstantStyle } from './format-time';

export interface RelativeTimeProps {
  /** The instant: milliseconds since 1970, an ISO text or a Date. */
  at: number | string | Date;
  className?: string;
}

/** "2 h ago", with the exact instant in the viewer's time zone on hover. Keeps itself up to date. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const now = useNow();
  const timeZone = useTimeZone();
  const instant = new Date(at);
  return (
    <time
      dateTime={instant.toISOString()}
      title={formatInstant(instant.getTime(), 'exact', timeZone)}
      className={className}
    >
      {formatRelative(instant.getTime(), now, timeZone)}
    </time>
  );
}

export interface InstantTimeProps extends RelativeTimeProps {
  /** "day" 2 Dec, "long" 2 December 2025, "weekday" Tue 2 Dec, "time" 10:46, "exact" all of it. */
  format?: InstantStyle;
}

/** A date or time in the viewer's time zone, with the exact instant on hover. */
export function InstantTime({ at, format = 'day', className }: InstantTimeProps) {
  const timeZone = useTimeZone();
  const instant = new Date(at);
  return (
    <time
      dateTime={instant.toISOString()}
      title={formatInstant(instant.getTime(), 'exact', timeZone)}
      className={className}
    >
      {formatInstant(instant.getTime(), format, timeZone)}
    </time>
  );
}
