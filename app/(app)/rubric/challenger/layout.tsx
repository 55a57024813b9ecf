import type { ReactNode } from 'react';
import { loadSection } from '@/lib/navigation/loaders';

/** Guards before the skeleton is sent; the page guards itself as well. */
export default async function ChallengerLayout({ children }: { children: ReactNode }) {
  await loadSection('rubric:write', '/rubric/challenger');
  return children;
}
