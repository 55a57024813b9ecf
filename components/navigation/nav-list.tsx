'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { formatNumber } from '@/components/ui/format';

export interface NavItem {
  href: string;
  label: string;
  /** Figure at the end of the line: leads waiting. */
  count?: number;
  /** Word at the end of the line: "draft". */
  note?: string;
}

export interface NavListProps {
  items: readonly NavItem[];
  /** Name of the list for screen readers. */
  label: string;
  onNavigate?: () => void;
}

/** The screens, one a line; the present one is marked. */
export function NavList({ items, label, onNavigate }: NavListProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label}>
      <ul className="flex flex-col gap-0.5">
        {items.map((item) => {
          const current = pathname === item.href || pathname.startsWith(`${item.href}/`);
          return (
            <li key={item.href}>
              <Link
                href={item.href}
                onClick={onNavigate}
                aria-current={current ? 'page' : undefined}
                className={clsx(
                  'flex h-7.5 items-center gap-2 rounded px-2 max-md:h-10',
                  current ? 'bg-text/7 font-medium text-text' : 'text-soft hover:bg-text/4 hover:text-text',
                )}
              >
                {item.label}
                {item.count === undefined ? null : (
                  <span className="ml-auto text-xs font-normal text-faint">{formatNumber(item.count)}</span>
                )}
                {item.note ? (
                  <span className="ml-auto text-xs font-normal text-accent">{item.note}</span>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
