import type { ReactNode } from 'react';
import { loadSection } from '@/lib/navigation/loaders';

/** Guards before the skeleton is sent; each page guards itself as well. */
export default async function ImportsLayout({ children }: { children: ReactNode }) {
  await loadSection('imports:read', '/imports');
  return children;
}
