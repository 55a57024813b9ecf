import { redirect } from 'next/navigation';
import { countUnseen } from '@/lib/alerts/data';
import { findSignedIn, requirePage } from '@/lib/auth/guards';
import { HOME, isAllowed, type Permission } from '@/lib/auth/permissions';
import { countOwnQueue } from '@/lib/queue/data';

const SCREENS: readonly { href: string; label: string; permission: Permission }[] = [
  { href: '/queue', label: 'Queue', permission: 'leads:read' },
  { href: '/alerts', label: 'Alerts', permission: 'leads:read' },
  { href: '/reviews', label: 'Reviews', permission: 'leads:review' },
  { href: '/grid', label: 'Grid', permission: 'leads:read' },
  { href: '/leads', label: 'Leads', permission: 'leads:read' },
  { href: '/rubric', label: 'Rubric', permission: 'rubric:read' },
  { href: '/reports', label: 'Reports', permission: 'reports:read' },
  { href: '/imports', label: 'Imports', permission: 'imports:read' },
];

const FOOT_SCREENS: typeof SCREENS = [{ href: '/settings', label: 'Settings', permission: 'settings:read' }];

/** Who is signed in, the screens their role may open, and how many leads wait for them. Strangers are sent to sign in. */
export async function loadFrame() {
  const person = await findSignedIn();
  if (!person) redirect('/sign-in');
  const visible = (screens: typeof SCREENS) =>
    screens
      .filter(({ permission }) => isAllowed(person.role, permission))
      .map(({ href, label }) => ({ href, label }));
  const [waiting, unseen] = await Promise.all([
    isAllowed(person.role, 'leads:work') ? countOwnQueue(person.id, new Date()) : 0,
    countUnseen(person.id),
  ]);
  const counts = new Map([
    ['/queue', waiting],
    ['/alerts', unseen],
  ]);
  return {
    user: {
      id: person.id,
      name: person.name,
      email: person.email,
      works: isAllowed(person.role, 'leads:work'),
    },
    items: visible(SCREENS).map((item) => ({ ...item, count: counts.get(item.href) || undefined })),
    footItems: visible(FOOT_SCREENS),
  };
}

/** Leads whoever asks for the bare address to the screen of their role. */
export async function loadHome(): Promise<never> {
  const person = await findSignedIn();
  redirect(person ? HOME[person.role] : '/sign-in');
}

/**
 * For the frame around a section that not every role may open: refuses before the section's skeleton is sent, so that
 * the answer carries its status. Each page of the section guards itself as well.
 */
export async function loadSection(permission: Permission, path: string): Promise<void> {
  await requirePage(permission, path);
}
