import type { ReactNode } from 'react';
import { AppShell } from '@/components/navigation/app-shell';
import { StreamProvider } from '@/components/ui/use-stream';
import { loadFrame } from '@/lib/navigation/loaders';

/** The frame around every screen. Each page guards itself; the frame only shows what the role may open. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { user, items, footItems } = await loadFrame();
  return (
    <StreamProvider key={user.email} name={user.email}>
      <AppShell user={user} items={items} footItems={footItems}>
        {children}
      </AppShell>
    </StreamProvider>
  );
}
