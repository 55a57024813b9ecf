import { buildAddress, type AddressValue } from '@/lib/leads/address';
import type { ChartName } from '@/lib/reports/chart-csv';

/** First and last month of a report: "2025-06". */
export interface PeriodMonths {
  from: string;
  to: string;
}

/** The address of the deals behind a figure. */
export function dealsAddress(
  { from, to }: PeriodMonths,
  values: Readonly<Record<string, AddressValue>>,
): string {
  return buildAddress('/reports/deals', { from, to, ...values });
}

/** The address of a chart's CSV file. */
export function csvAddress(chart: ChartName, { from, to }: PeriodMonths): string {
  return buildAddress(`/api/reports/${chart}`, { from, to });
}
