import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

export interface TableProps extends ComponentProps<'table'> {
  /** Read to screen readers before the table; not seen. */
  caption: string;
  /** Fixed column widths: long words are cut, never pushed sideways. */
  fixed?: boolean;
}

/** A table with hairlines; use with Tr, Th and Td. Put hideOnPhone on columns a phone can do without. */
export function Table({ caption, fixed = false, className, children, ...rest }: TableProps) {
  return (
    <table {...rest} className={clsx('w-full border-collapse', fixed && 'table-fixed', className)}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

interface CellLook {
  align?: 'left' | 'right' | 'center';
  /** Not shown below 900 px. */
  hideOnPhone?: boolean;
  /** 16 px instead of 8 px at the edge of a full-width list; phoneStart is first only where the ones before are hidden. */
  edge?: 'start' | 'end' | 'phoneStart';
}

const EDGE = {
  start: 'pr-2 pl-4 max-md:pl-3',
  end: 'pr-4 pl-2 max-md:pr-3',
  phoneStart: 'px-2 max-md:pl-3',
};

function cellClass({ align = 'left', hideOnPhone = false, edge }: CellLook): string {
  return clsx(
    align === 'right' && 'text-right',
    align === 'center' && 'text-center',
    align === 'left' && 'text-left',
    hideOnPhone && 'max-md:hidden',
    edge ? EDGE[edge] : 'px-2',
  );
}

export interface ThProps extends CellLook, Omit<ComponentProps<'th'>, 'align'> {
  /** Link that sorts by this column; the state is told by sorted. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
  width?: number | string;
}

/** Head of a column, or of a row with scope="row". */
export function Th(props: ThProps) {
  const { align, hideOnPhone, edge, sortHref, sorted, width, className, children, style, ...rest } = props;
  const arrow = sorted === 'ascending' ? '↑' : sorted === 'descending' ? '↓' : '';
  return (
    <th
      scope="col"
      {...rest}
      aria-sort={sorted}
      style={{ width, ...style }}
      className={clsx(
        'h-8 border-b border-line text-xs font-medium whitespace-nowrap text-faint',
        cellClass({ align, hideOnPhone, edge }),
        className,
      )}
    >
      {sortHref ? (
        <Link href={sortHref} className="inline-flex h-6 items-center gap-1 hover:text-text">
          {children}
          <span aria-hidden>{arrow}</span>
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

export interface TdProps extends CellLook, Omit<ComponentProps<'td'>, 'align'> {}

/** A cell, 40 px high by default. */
export function Td({ align, hideOnPhone, edge, className, ...rest }: TdProps) {
  return (
    <td
      {...rest}
      className={clsx('h-row border-b border-line', cellClass({ align, hideOnPhone, edge }), className)}
    />
  );
}

export interface TrProps extends ComponentProps<'tr'> {
  /** Marked with the accent, and a bar at its start. */
  selected?: boolean;
  /** Answers the pointer with a tint: for rows that open. */
  interactive?: boolean;
}

/** A row. */
export function Tr({ selected = false, interactive = false, className, ...rest }: TrProps) {
  return (
    <tr
      {...rest}
      data-selected={selected || undefined}
      className={clsx(
        selected &&
          'bg-accent-soft [&>:first-child]:shadow-[inset_2px_0_var(--accent)] max-md:shadow-[inset_2px_0_var(--accent)]',
        interactive && !selected && 'hover:bg-sunk',
        className,
      )}
    />
  );
}

export interface NameCellProps {
  primary: ReactNode;
  secondary?: ReactNode;
  className?: string;
}

/** Two lines in a row: the name and what stands under it. */
export function TwoLines({ primary, secondary, className }: NameCellProps) {
  return (
    <span className={clsx('flex min-w-0 flex-col leading-4', className)}>
      <span className="truncate font-strong">{primary}</span>
      {secondary ? <span className="truncate text-xs text-faint">{secondary}</span> : null}
    </span>
  );
}
