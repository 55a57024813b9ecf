import type { ReactNode } from 'react';
import { SettingsNav } from '@/components/settings/settings-nav';
import { loadSection } from '@/lib/navigation/loaders';

/** Guards before the skeleton is sent; each page guards itself as well. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await loadSection('settings:read', '/settings');
  return (
    <div className="flex min-h-0 grow">
      <SettingsNav />
      <div className="flex min-h-0 min-w-0 grow flex-col">{children}</div>
    </div>
  );
}
