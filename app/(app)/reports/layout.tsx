import type { ReactNode } from 'react';
import { loadSection } from '@/lib/navigation/loaders';

/** Guards before the skeleton is sent; each page guards itself as well. */
export default async function ReportsLayout({ children }: { children: ReactNode }) {
  await loadSection('reports:read', '/reports');
  return children;
}
