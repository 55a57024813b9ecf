'use client';

import { clsx } from 'clsx';
import { useNow, useTimeZone } from '@/components/ui/clock';
import { formatClock, formatInstant, formatSpan } from '@/components/ui/format-time';
import { toneOfClock, type ClockTone } from '@/lib/queue/response-clock';
import type { ResponseClock as Clock } from '@/lib/queue/types';

const TONE: Record<ClockTone, string> = { good: 'text-good', warn: 'text-warn', bad: 'text-bad' };

export interface ResponseClockProps {
  clock: Clock | null;
  tier?: string;
  /** "3:12 left" rather than "3:12". */
  long?: boolean;
  className?: string;
}

/** How long is left to answer: green, amber, red, then how late. Tiers without a target say since when they last. */
export function ResponseClock({ clock, tier, long = false, className }: ResponseClockProps) {
  const now = useNow(clock?.kind === 'running' ? 1000 : 60_000);
  const timeZone = useTimeZone();
  if (!clock) return <span className={clsx('text-faint', className)}>–</span>;
  if (clock.kind === 'running') {
    const left = clock.dueAt - now;
    const words = left < 0 ? `${formatLate(-left)} late` : `${formatClock(left)}${long ? ' left' : ''}`;
    return (
      <time
        dateTime={new Date(clock.dueAt).toISOString()}
        title={`Answer due ${formatInstant(clock.dueAt, 'exact', timeZone)}`}
        className={clsx('whitespace-nowrap', TONE[toneOfClock(clock, now)], className)}
      >
        {words}
      </time>
    );
  }
  const at = clock.kind === 'answered' ? clock.at : clock.since;
  const exact = formatInstant(at, 'exact', timeZone);
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={
        clock.kind === 'answered' ? `First answered ${exact}` : `${tier ?? 'In this tier'} since ${exact}`
      }
      className={clsx('whitespace-nowrap text-faint', className)}
    >
      {clock.kind === 'answered' ? 'answered' : `${tier ?? ''} for ${formatSpan(Math.max(0, now - at))}`}
    </time>
  );
}

// Seconds no longer matter once it is late.
function formatLate(length: number): string {
  return length < 86_400_000 && length >= 3_600_000 ? formatClock(length) : formatSpan(length);
}
