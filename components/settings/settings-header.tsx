import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';

const PAGES = [
  { href: '/settings/people', label: 'People' },
  { href: '/settings/sources', label: 'Sources' },
  { href: '/settings/events', label: 'Events' },
  { href: '/settings/rejected', label: 'Rejected events' },
  { href: '/settings/attributes', label: 'Attributes' },
  { href: '/settings/lists', label: 'Lists' },
  { href: '/settings/filtered', label: 'Filtered events' },
  { href: '/settings/api-keys', label: 'API keys' },
  { href: '/settings/api', label: 'API' },
  { href: '/settings/webhooks', label: 'Webhooks' },
  { href: '/settings/notifications', label: 'Notifications' },
  { href: '/settings/audit', label: 'Audit log' },
] as const;

export interface SettingsHeaderProps {
  /** Path of the page that is open. */
  current: (typeof PAGES)[number]['href'];
  actions?: ReactNode;
}

/** The bar of every settings page: its pages as tabs. */
export function SettingsHeader({ current, actions }: SettingsHeaderProps) {
  const items = PAGES.map((page) => ({ ...page, current: page.href === current }));
  return <PageHeader title="Settings" tabs={{ label: 'Settings', items }} actions={actions} />;
}
