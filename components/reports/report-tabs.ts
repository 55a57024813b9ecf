import type { TabsProps } from '@/components/ui/tabs';
import { reportAddress, type PeriodMonths } from './report-address';

const SCREENS = [
  { path: '/reports', label: 'Does it work' },
  { path: '/reports/use', label: 'Is it used' },
  { path: '/reports/criteria', label: 'Criteria' },
  { path: '/reports/drift', label: 'Drift and review' },
] as const;

export type ReportScreen = (typeof SCREENS)[number]['path'];

/** The reports' screens as tabs; the period goes along. */
export function listReportTabs(current: ReportScreen, period?: PeriodMonths): TabsProps {
  return {
    label: 'Reports',
    items: SCREENS.map(({ path, label }) => ({
      href: period ? reportAddress(path, period) : path,
      label,
      current: path === current,
    })),
  };
}
