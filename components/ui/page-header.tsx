import { clsx } from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { MenuButton } from './menu-button';
import { SearchButton } from './search-button';
import { Tabs, type TabsProps } from './tabs';

export interface Crumb {
  href: string;
  label: string;
}

export interface PageHeaderProps {
  title: ReactNode;
  /** Pages above this one. */
  crumbs?: readonly Crumb[];
  /** Quiet words behind the title: "18,412 leads". */
  meta?: ReactNode;
  tabs?: TabsProps;
  actions?: ReactNode;
  /** Leave the search field out. */
  withoutSearch?: boolean;
}

/** More tabs than these stand in a line of their own, so that neither they nor the title are cut. */
const MOST_BESIDE = 6;

/** The bar on top of every screen, 48 px; on a phone the tabs stand in a second line. Holds the menu button. */
export function PageHeader({ title, crumbs, meta, tabs, actions, withoutSearch = false }: PageHeaderProps) {
  const below = tabs !== undefined && tabs.items.length > MOST_BESIDE;
  return (
    <header
      className={clsx(
        'flex min-h-bar shrink-0 items-center gap-x-3 border-b border-line px-4 max-md:px-3',
        below ? 'flex-wrap' : tabs && 'max-md:flex-wrap',
      )}
    >
      <MenuButton />
      <div className="flex min-w-0 items-center gap-1.5">
        {crumbs?.map((crumb) => (
          <span key={crumb.href} className="flex shrink-0 items-center gap-1.5">
            <Link href={crumb.href} className="text-soft hover:text-text">
              {crumb.label}
            </Link>
            <span aria-hidden className="text-faint">
              /
            </span>
          </span>
        ))}
        <h1 className={clsx('truncate', crumbs && crumbs.length > 0 && 'text-sm font-strong')}>{title}</h1>
      </div>
      {meta ? (
        <div className="flex min-w-0 items-center gap-1.5 text-xs text-soft max-sm:hidden">{meta}</div>
      ) : null}
      {tabs ? (
        <Tabs
          {...tabs}
          className={below ? 'order-last w-full' : 'max-md:order-last max-md:w-full md:min-h-bar'}
        />
      ) : null}
      <div className={clsx('ml-auto flex shrink-0 items-center gap-2', below ? 'h-bar' : 'max-md:h-bar')}>
        {withoutSearch ? null : <SearchButton />}
        {actions}
      </div>
    </header>
  );
}
