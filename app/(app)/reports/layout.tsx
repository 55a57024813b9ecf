import type { ReactNode } from 'react';
import { loadReportsFrame } from '@/lib/reports/loaders';

/** Guards before the skeleton is sent; each page guards itself as well. */
export default async function ReportsLayout({ children }: { children: ReactNode }) {
  await loadReportsFrame();
  return children;
}
