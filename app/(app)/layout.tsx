import type { ReactNode } from 'react';
import { AppShell } from '@/components/navigation/app-shell';
import { loadFrame } from '@/lib/navigation/loaders';

/** The frame around every screen. Each page guards itself; the frame only shows what the role may open. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { user, items, footItems } = await loadFrame();
  return (
    <AppShell user={user} items={items} footItems={footItems}>
      {children}
    </AppShell>
  );
}
