export type SettingsPath =
  | '/settings/people'
  | '/settings/routing'
  | '/settings/response'
  | '/settings/notifications'
  | '/settings/reports'
  | '/settings/sources'
  | '/settings/events'
  | '/settings/rejected'
  | '/settings/filtered'
  | '/settings/attributes'
  | '/settings/lists'
  | '/settings/api-keys'
  | '/settings/api'
  | '/settings/webhooks'
  | '/settings/audit';

export interface SettingsGroup {
  label: string;
  pages: readonly { href: SettingsPath; label: string }[];
}

/** The pages of the settings, by what they are about. */
export const SETTINGS_GROUPS: readonly SettingsGroup[] = [
  {
    label: 'Team',
    pages: [
      { href: '/settings/people', label: 'People' },
      { href: '/settings/routing', label: 'Routing' },
      { href: '/settings/response', label: 'Response targets' },
      { href: '/settings/notifications', label: 'Notifications' },
      { href: '/settings/reports', label: 'Reports' },
    ],
  },
  {
    label: 'Data',
    pages: [
      { href: '/settings/sources', label: 'Sources' },
      { href: '/settings/events', label: 'Events' },
      { href: '/settings/rejected', label: 'Rejected events' },
      { href: '/settings/filtered', label: 'Filtered events' },
      { href: '/settings/attributes', label: 'Attributes' },
      { href: '/settings/lists', label: 'Lists' },
    ],
  },
  {
    label: 'Programs',
    pages: [
      { href: '/settings/api-keys', label: 'API keys' },
      { href: '/settings/api', label: 'API' },
      { href: '/settings/webhooks', label: 'Webhooks' },
    ],
  },
  { label: 'Record', pages: [{ href: '/settings/audit', label: 'Audit log' }] },
];
