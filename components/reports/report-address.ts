import { buildAddress, type AddressValue } from '@/lib/leads/address';
import type { ChartName } from '@/lib/reports/chart-csv';

/** First and last month of a report: "2025-06". */
export interface PeriodMonths {
  from: string;
  to: string;
  /** By which rubric; that of then when absent. */
  by?: 'then' | 'now';
}

/** The address of the deals behind a figure. */
export function dealsAddress(
  { from, to, by }: PeriodMonths,
  values: Readonly<Record<string, AddressValue>>,
): string {
  return buildAddress('/reports/deals', { from, to, ...tellBy(by), ...values });
}

/** The address of a chart's CSV file. */
export function csvAddress(chart: ChartName, { from, to, by }: PeriodMonths): string {
  return buildAddress(`/api/reports/${chart}`, { from, to, ...tellBy(by) });
}

/** The address of one of the reports' screens over a period. */
export function reportAddress(path: string, { from, to, by }: PeriodMonths): string {
  return buildAddress(path, { from, to, ...tellBy(by) });
}

function tellBy(by: PeriodMonths['by']): Record<string, AddressValue> {
  return by === 'now' ? { by } : {};
}
