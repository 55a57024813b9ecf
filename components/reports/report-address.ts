import { buildAddress, type AddressValue } from '@/lib/leads/address';
import type { ChartName } from '@/lib/reports/chart-csv';
import type { Segment } from '@/lib/reports/schema';

/** First and last month of a report: "2025-06". */
export interface PeriodMonths {
  from: string;
  to: string;
  /** By which rubric; that of then when absent. */
  by?: 'then' | 'now';
  /** Of which leads; of all when absent. */
  segment?: Segment;
}

/** The address of the deals behind a figure. */
export function dealsAddress(
  { from, to, ...more }: PeriodMonths,
  values: Readonly<Record<string, AddressValue>>,
): string {
  return buildAddress('/reports/deals', { from, to, ...tellMore(more), ...values });
}

/** The address of the leads behind a figure. */
export function leadsBehindAddress(
  { from, to, ...more }: PeriodMonths,
  values: Readonly<Record<string, AddressValue>>,
): string {
  return buildAddress('/reports/leads', { from, to, ...tellMore(more), ...values });
}

/** The address of a chart's CSV file. */
export function csvAddress(chart: ChartName, { from, to, ...more }: PeriodMonths): string {
  return buildAddress(`/api/reports/${chart}`, { from, to, ...tellMore(more) });
}

/** The address of one of the reports' screens over a period. */
export function reportAddress(path: string, { from, to, ...more }: PeriodMonths): string {
  return buildAddress(path, { from, to, ...tellMore(more) });
}

function tellMore({ by, segment }: Omit<PeriodMonths, 'from' | 'to'>): Record<string, AddressValue> {
  return { ...(by === 'now' ? { by } : {}), ...segment };
}
