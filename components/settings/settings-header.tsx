import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { SettingsMenu } from './settings-menu';
import { SETTINGS_GROUPS, type SettingsPath } from './settings-pages';

export interface SettingsHeaderProps {
  /** Path of the page that is open. */
  current: SettingsPath;
  actions?: ReactNode;
}

/** The bar of every settings page: where one is and, on a phone, the way to the other pages. */
export function SettingsHeader({ current, actions }: SettingsHeaderProps) {
  const pages = SETTINGS_GROUPS.flatMap((group) => group.pages);
  const title = pages.find(({ href }) => href === current)?.label ?? 'Settings';
  return (
    <PageHeader
      title={title}
      crumbs={[{ href: '/settings', label: 'Settings' }]}
      actions={
        <>
          {actions}
          <SettingsMenu current={current} />
        </>
      }
    />
  );
}
