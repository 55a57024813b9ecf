import { clsx } from 'clsx';
import { X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

export interface ChipProps {
  children: ReactNode;
  /** On: tinted, a filter that applies. Off: dashed, a filter on offer. */
  on?: boolean;
  /** Where the chip leads; with neither href nor onClick it is plain text. */
  href?: string;
  onClick?: () => void;
  /** Link that takes the filter away again; draws a cross that is named with removeLabel. */
  removeHref?: string;
  onRemove?: () => void;
  removeLabel?: string;
  className?: string;
}

/** A filter: link or button, with an optional cross. */
export function Chip(props: ChipProps) {
  const { children, on = false, href, onClick, className } = props;
  const removable = props.removeHref !== undefined || props.onRemove !== undefined;
  const inner = clsx('inline-flex h-full items-center gap-1 rounded-full', removable ? 'pl-2' : 'px-2');
  return (
    <span
      className={clsx(
        'inline-flex h-6 shrink-0 items-center rounded-full border text-xs whitespace-nowrap',
        on ? 'border-transparent bg-accent-soft text-accent' : 'border-dashed border-line-strong text-soft',
        (href || onClick) && !on && 'hover:border-line-control hover:text-text',
        className,
      )}
    >
      {href !== undefined ? (
        <Link href={href} scroll={false} className={inner} aria-current={on ? 'true' : undefined}>
          {children}
        </Link>
      ) : onClick ? (
        <button type="button" onClick={onClick} aria-pressed={on} className={inner}>
          {children}
        </button>
      ) : (
        <span className={inner}>{children}</span>
      )}
      {removable ? <RemoveControl {...props} /> : null}
    </span>
  );
}

function RemoveControl({ removeHref, onRemove, removeLabel = 'Remove filter' }: ChipProps) {
  const className = 'inline-grid size-6 place-items-center rounded-full';
  const cross = <X size={12} aria-hidden />;
  return removeHref !== undefined ? (
    <Link href={removeHref} scroll={false} aria-label={removeLabel} className={className}>
      {cross}
    </Link>
  ) : (
    <button type="button" onClick={onRemove} aria-label={removeLabel} className={className}>
      {cross}
    </button>
  );
}
