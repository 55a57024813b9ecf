import type { ReactNode } from 'react';
import { loadSection } from '@/lib/navigation/loaders';

/** Guards before the skeleton is sent; the page guards itself as well. */
export default async function LearnLayout({ children }: { children: ReactNode }) {
  await loadSection('reports:read', '/rubric/learn');
  return children;
}
