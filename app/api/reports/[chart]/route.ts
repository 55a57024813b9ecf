import type { NextRequest } from 'next/server';
import { requireActor } from '@/lib/auth/guards';
import { buildReport } from '@/lib/reports/build-report';
import { writeChartCsv } from '@/lib/reports/chart-csv';
import { countReport, findDealSpan } from '@/lib/reports/data';
import { readPeriod } from '@/lib/reports/period';
import { chartSchema, periodSchema } from '@/lib/reports/schema';
import { findLiveVersion } from '@/lib/rubrics/data';
import { AppError } from '@/lib/server/errors';
import { route } from '@/lib/server/routes';

interface Context {
  params: Promise<{ chart: string }>;
}

/** A chart's figures as a CSV file, for the period in the query. */
export const GET = route(async (request: NextRequest, { params }: Context) => {
  await requireActor('reports:read');
  const chart = chartSchema.safeParse((await params).chart);
  if (!chart.success)
    throw new AppError('not_found', chart.error.issues[0]?.message ?? 'There is no such chart');
  const asked = periodSchema.parse(Object.fromEntries(request.nextUrl.searchParams));
  const now = new Date();
  const [span, live] = await Promise.all([findDealSpan(), findLiveVersion()]);
  const period = readPeriod(asked, span, now);
  const report = buildReport(await countReport(period, now), live?.document.tiers ?? [], period, now);
  const name = `leadgrid-${chart.data}-${period.from}-to-${period.to}.csv`;
  return new Response(writeChartCsv(chart.data, report), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
});
