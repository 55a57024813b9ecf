import { clsx } from 'clsx';
import Link from 'next/link';
import { formatNumber } from './format';

export interface TabItem {
  href: string;
  label: string;
  count?: number;
  /** The count went no further: there are more. */
  more?: boolean;
  current?: boolean;
}

export interface TabsProps {
  /** What the tabs choose, for screen readers, such as "Whose leads". */
  label: string;
  items: readonly TabItem[];
  className?: string;
}

/** Tabs that are links: the choice lives in the address. Stands in a page header or above a list. */
export function Tabs({ label, items, className }: TabsProps) {
  return (
    <nav aria-label={label} className={clsx('flex min-w-0 gap-4 self-stretch overflow-x-auto', className)}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.current ? 'page' : undefined}
          className={clsx(
            'flex min-h-9 items-center gap-1.5 border-b-2 whitespace-nowrap -outline-offset-2',
            item.current
              ? 'border-text font-medium text-text'
              : 'border-transparent text-soft hover:text-text',
          )}
        >
          {item.label}
          {item.count === undefined ? null : (
            <span className="font-normal text-faint">
              {formatNumber(item.count)}
              {item.more ? '+' : ''}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
