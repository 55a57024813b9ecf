import type { NextRequest } from 'next/server';
import { requireActor } from '@/lib/auth/guards';
import { writeSheet } from '@/lib/reports/chart-csv';
import { readChartSheet } from '@/lib/reports/data/chart-figures';
import { readSegment } from '@/lib/reports/read-segment';
import { chartSchema, periodSchema } from '@/lib/reports/schema';
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
  const { sheet, period } = await readChartSheet(chart.data, asked);
  const { from, to } = period;
  const name = `leadgrid-${chart.data}-${from}-to-${to}${asked.by === 'now' ? '-present-rubric' : ''}${readSegment(asked) ? '-segment' : ''}.csv`;
  return new Response(writeSheet(sheet), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
});
