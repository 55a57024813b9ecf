import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

const TONE: Record<Tone, string> = {
  neutral: 'bg-tier-c-soft text-soft',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-tier-b',
  bad: 'bg-bad-soft text-bad',
};

export interface BadgeProps {
  tone?: Tone;
  children: ReactNode;
  title?: string;
}

/** A word on a tint: state of a thing. The word says it all; the colour only helps. */
export function Badge({ tone = 'neutral', children, title }: BadgeProps) {
  return (
    <span
      title={title}
      className={clsx(
        'inline-flex items-center gap-1 rounded-sm px-1.5 text-2xs/4 font-medium whitespace-nowrap',
        TONE[tone],
      )}
    >
      {children}
    </span>
  );
}

export interface DotProps {
  /** Any CSS colour, such as var(--good). */
  colour: string;
  className?: string;
}

/** A small mark of colour, always beside a word. */
export function Dot({ colour, className }: DotProps) {
  return (
    <span
      aria-hidden
      style={{ background: colour }}
      className={clsx('inline-block size-1.5 shrink-0 rounded-full', className)}
    />
  );
}
