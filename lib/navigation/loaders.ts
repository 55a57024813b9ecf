import { redirect } from 'next/navigation';
import { countUnseen } from '@/lib/alerts/data';
import type { SignedIn } from '@/lib/auth/actor';
import { findSignedIn, requirePage } from '@/lib/auth/guards';
import { HOME, isAllowed, type Permission } from '@/lib/auth/permissions';
import { loadStepsLeft } from '@/lib/first-steps/loaders';
import { countOpenFlags, countUnseenAnswers } from '@/lib/flags/data';
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

/** What stands at the end of a screen's line: how many wait there, or a word. */
interface Mark {
  count?: number;
  note?: string;
}

const FOOT_SCREENS: typeof SCREENS = [{ href: '/settings', label: 'Settings', permission: 'settings:read' }];

/** Who is signed in, the screens their role may open, and how many leads wait for them. Strangers are sent to sign in. */
export async function loadFrame() {
  const person = await findSignedIn();
  if (!person) redirect('/sign-in');
  const visible = (screens: typeof SCREENS) =>
    screens
      .filter(({ permission }) => isAllowed(person.role, permission))
      .map(({ href, label }) => ({ href, label }));
  const [waiting, unseen, note, { left }] = await Promise.all([
    isAllowed(person.role, 'leads:work') ? countOwnQueue(person.id, new Date()) : 0,
    countUnseen(person.id),
    noteOfFlags(person),
    loadStepsLeft(),
  ]);
  const marks: Partial<Record<string, Mark>> = {
    '/queue': { count: waiting || undefined },
    '/alerts': { count: unseen || undefined },
    '/rubric': { note },
  };
  return {
    user: {
      id: person.id,
      name: person.name,
      email: person.email,
      works: isAllowed(person.role, 'leads:work'),
    },
    items: visible(SCREENS).map((item) => ({ ...item, ...marks[item.href] })),
    footItems: [
      ...(left.length > 0
        ? [{ href: '/first-steps', label: 'First steps', note: `${left.length} left` }]
        : []),
      ...visible(FOOT_SCREENS),
    ],
  };
}

/** What waits at the rubric: answers to one's own flags, and for those who answer, open flags. */
async function noteOfFlags(person: SignedIn): Promise<string | undefined> {
  const [answers, open] = await Promise.all([
    countUnseenAnswers(person.id),
    isAllowed(person.role, 'rubric:write') ? countOpenFlags() : 0,
  ]);
  if (answers > 0) return answers === 1 ? '1 answer' : `${answers} answers`;
  if (open > 0) return open === 1 ? '1 flag' : `${open} flags`;
  return undefined;
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
