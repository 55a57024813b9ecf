import type { ReactNode } from 'react';
import { loadSection } from '@/lib/navigation/loaders';

/** Guards before the skeleton is sent; each page guards itself as well. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await loadSection('settings:read', '/settings');
  return children;
}
