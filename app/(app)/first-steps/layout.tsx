import type { ReactNode } from 'react';
import { loadSection } from '@/lib/navigation/loaders';

/** The first steps are for those who set Leadgrid up. */
export default async function FirstStepsLayout({ children }: { children: ReactNode }) {
  await loadSection('settings:read', '/first-steps');
  return children;
}
