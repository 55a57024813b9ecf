'use client';

import { ChevronsUpDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { SETTINGS_GROUPS, type SettingsPath } from './settings-pages';

/** The way to the other pages of the settings on a phone, where no list stands beside. */
export function SettingsMenu({ current }: { current: SettingsPath }) {
  const items = SETTINGS_GROUPS.flatMap(({ pages }, group) =>
    pages.map(({ href, label }, place) => ({
      href,
      label,
      checked: href === current,
      separated: group > 0 && place === 0,
    })),
  );
  return (
    <span className="md:hidden">
      <DropdownMenu
        trigger={
          <Button variant="quiet" iconOnly aria-label="Other settings">
            <ChevronsUpDown size={16} aria-hidden />
          </Button>
        }
        items={items}
      />
    </span>
  );
}
