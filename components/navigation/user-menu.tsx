'use client';

import { signOut } from 'next-auth/react';
import { useTheme } from 'next-themes';
import { Avatar } from '@/components/ui/avatar';
import { DropdownMenu, type MenuItem } from '@/components/ui/dropdown-menu';
import { askFor } from '@/components/ui/shell-requests';
import { useToast } from '@/components/ui/toast';
import { setDesktopNotices, useDesktopNotices } from './desktop-notices';

/** The person signed in, as the frame shows them. */
export interface ShellUser {
  id: string;
  name: string;
  email: string;
  /** Whether they work leads. */
  works: boolean;
}

const THEMES = [
  { value: 'system', label: 'Colours of the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** The viewer's name; opens colours, notifications, keys and sign-out. */
export function UserMenu({ user }: { user: ShellUser }) {
  const { theme = 'system', setTheme } = useTheme();
  const show = useToast();
  const noticed = useDesktopNotices();
  const switchNotices = async () => {
    if (await setDesktopNotices(!noticed)) {
      show({ title: noticed ? 'No more notifications here' : 'New A leads are shown on the desktop' });
    } else {
      show({
        title: 'The browser does not allow notifications',
        description: 'Allow them for this site in its settings, then try again.',
        tone: 'bad',
      });
    }
  };
  const items: MenuItem[] = [
    ...THEMES.map(({ value, label }) => ({
      label,
      checked: theme === value,
      onSelect: () => setTheme(value),
    })),
    ...(user.works
      ? [
          {
            label: 'Notify me of a new A',
            checked: noticed,
            separated: true,
            onSelect: () => void switchNotices(),
          },
        ]
      : []),
    { label: 'Keyboard shortcuts', shortcut: '?', separated: true, onSelect: () => askFor('shortcut-help') },
    { label: 'Sign out', separated: true, onSelect: () => void signOut({ callbackUrl: '/sign-in' }) },
  ];
  return (
    <DropdownMenu
      align="start"
      side="top"
      heading={user.email}
      items={items}
      trigger={
        <button
          type="button"
          className="flex h-7.5 w-full items-center gap-2 rounded px-2 text-left text-soft hover:bg-text/4 hover:text-text max-md:h-10"
        >
          <Avatar name={user.name} decorative />
          <span className="truncate">{user.name}</span>
        </button>
      }
    />
  );
}
