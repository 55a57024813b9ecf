'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useId } from 'react';
import { SETTINGS_GROUPS, type SettingsGroup } from './settings-pages';

/** The pages of the settings beside the one that is open, grouped by what they are about. On a phone see SettingsMenu. */
export function SettingsNav() {
  return (
    <nav
      aria-label="Settings"
      className="w-44 shrink-0 overflow-y-auto border-r border-line px-2 py-3 max-md:hidden"
    >
      {SETTINGS_GROUPS.map((group) => (
        <NavGroup key={group.label} group={group} />
      ))}
    </nav>
  );
}

function NavGroup({ group }: { group: SettingsGroup }) {
  const id = useId();
  const pathname = usePathname();
  return (
    <section className="pb-3">
      <h2 id={id} className="px-2 pb-1 text-xs font-normal text-faint">
        {group.label}
      </h2>
      <ul aria-labelledby={id} className="flex flex-col gap-0.5">
        {group.pages.map(({ href, label }) => {
          const current = pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={current ? 'page' : undefined}
                className={clsx(
                  'flex h-7 items-center rounded px-2',
                  current ? 'bg-text/7 font-medium text-text' : 'text-soft hover:bg-text/4 hover:text-text',
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
