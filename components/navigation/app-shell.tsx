'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { onRequest } from '@/components/ui/shell-requests';
import { Sheet } from '@/components/ui/sheet';
import { CommandPalette } from './command-palette';
import { useDesktopNotices } from './desktop-notices';
import { Logo } from './logo';
import { NavList, type NavItem } from './nav-list';
import { NewLeadNotices } from './new-lead-notices';
import { ShortcutHelp } from './shortcut-help';
import { UserMenu, type ShellUser } from './user-menu';

export interface AppShellProps {
  user: ShellUser;
  /** The screens this person may see, first those of the day. */
  items: readonly NavItem[];
  /** Screens at the foot of the column, such as Settings. */
  footItems?: readonly NavItem[];
  /** A page: PageHeader, then what scrolls (PageBody). */
  children: ReactNode;
}

/** The frame of every screen: navigation, search, list of keys. Below 900 px the navigation waits behind the menu button. */
export function AppShell({ user, items, footItems = [], children }: AppShellProps) {
  const noticed = useDesktopNotices();
  const [menuOpen, setMenuOpen] = useState(false);
  useEffect(() => onRequest('menu', () => setMenuOpen(true)), []);
  const column = (
    <NavColumn user={user} items={items} footItems={footItems} onNavigate={() => setMenuOpen(false)} />
  );
  return (
    <div className="relative h-dvh overflow-clip md:grid md:grid-cols-[208px_minmax(0,1fr)] print:block print:h-auto print:overflow-visible">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded focus:border focus:border-line-strong focus:bg-raise focus:px-3 focus:py-1.5"
      >
        Skip to content
      </a>
      <div className="min-h-0 overflow-y-auto border-r border-line bg-sunk max-md:hidden print:hidden">
        {column}
      </div>
      <main
        id="content"
        tabIndex={-1}
        className="flex h-full min-h-0 min-w-0 flex-col outline-none max-md:h-dvh print:block print:h-auto"
      >
        {children}
      </main>
      <Sheet open={menuOpen} onOpenChange={setMenuOpen} title="Menu" hideTitle side="left" width={288}>
        {column}
      </Sheet>
      <CommandPalette screens={[...items, ...footItems]} />
      <ShortcutHelp />
      {noticed && user.works ? <NewLeadNotices viewerId={user.id} /> : null}
    </div>
  );
}

interface NavColumnProps {
  user: ShellUser;
  items: readonly NavItem[];
  footItems: readonly NavItem[];
  onNavigate: () => void;
}

function NavColumn({ user, items, footItems, onNavigate }: NavColumnProps) {
  return (
    <div className="flex min-h-full flex-col gap-0.5 px-2 py-3">
      <header className="flex items-center gap-2 px-2 pt-1 pb-3.5 font-semibold tracking-[-0.01em]">
        <Logo />
        Leadgrid
      </header>
      <NavList items={items} label="Screens" onNavigate={onNavigate} />
      <span className="grow" />
      {footItems.length > 0 ? <NavList items={footItems} label="Set-up" onNavigate={onNavigate} /> : null}
      <UserMenu user={user} />
    </div>
  );
}
