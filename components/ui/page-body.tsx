import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

export interface PageBodyProps extends ComponentProps<'div'> {
  /** 20 px around and at most 1320 px wide, for cards and forms; without it the content meets the edges, for lists. */
  padded?: boolean;
}

/** What scrolls under a page header; what it hides for screen readers must not lengthen the page. */
export function PageBody({ padded = false, className, children, ...rest }: PageBodyProps) {
  return (
    <div
      {...rest}
      data-scroller
      className={clsx('relative min-h-0 min-w-0 grow overflow-y-auto print:overflow-visible', className)}
    >
      {padded ? <div className="max-w-[1320px] px-4 pt-5 pb-12 max-md:px-3">{children}</div> : children}
    </div>
  );
}

/** List and side panel beside each other, each scrolling on its own. */
export function PageSplit({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={clsx('flex min-h-0 grow', className)} />;
}

/** A line of filters above a list. */
export function FilterBar({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      {...rest}
      className={clsx(
        'flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-4 py-2 max-md:px-3',
        className,
      )}
    />
  );
}
