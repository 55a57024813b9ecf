'use client';

import { clsx } from 'clsx';
import Link from 'next/link';

export interface Segment {
  value: string;
  label: string;
  /** When every segment has one, the control is made of links. */
  href?: string;
}

export interface SegmentedControlProps {
  /** What is chosen, for screen readers. */
  label: string;
  segments: readonly Segment[];
  value: string;
  onValueChange?: (value: string) => void;
  className?: string;
}

/** A choice of few, all in sight: buttons, or links when the choice lives in the address. */
export function SegmentedControl({
  label,
  segments,
  value,
  onValueChange,
  className,
}: SegmentedControlProps) {
  return (
    <div
      role="group"
      aria-label={label}
      className={clsx('inline-flex rounded border border-line bg-sunk p-0.5', className)}
    >
      {segments.map((segment) => {
        const on = segment.value === value;
        const look = clsx(
          'inline-flex h-6 items-center rounded-sm border px-2.5 text-xs whitespace-nowrap',
          on
            ? 'border-line-strong bg-raise font-medium text-text'
            : 'border-transparent text-soft hover:text-text',
        );
        return segment.href === undefined ? (
          <button
            key={segment.value}
            type="button"
            aria-pressed={on}
            onClick={() => onValueChange?.(segment.value)}
            className={look}
          >
            {segment.label}
          </button>
        ) : (
          <Link
            key={segment.value}
            href={segment.href}
            scroll={false}
            aria-current={on ? 'true' : undefined}
            className={look}
          >
            {segment.label}
          </Link>
        );
      })}
    </div>
  );
}
