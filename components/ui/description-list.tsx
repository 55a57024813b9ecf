import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface Description {
  term: string;
  value: ReactNode;
  /** Quiet words behind the value: where it comes from, since when. */
  note?: ReactNode;
}

export interface DescriptionListProps {
  items: readonly Description[];
  className?: string;
}

/** Facts as term and value, one a line. */
export function DescriptionList({ items, className }: DescriptionListProps) {
  return (
    <dl className={clsx('grid grid-cols-[96px_minmax(0,1fr)] gap-x-3', className)}>
      {items.map((item) => (
        <div key={item.term} className="contents">
          <dt className="py-0.5 text-soft">{item.term}</dt>
          <dd className="min-w-0 py-0.5 break-words">
            {item.value}
            {item.note ? <span className="ml-1.5 text-xs text-soft">{item.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
