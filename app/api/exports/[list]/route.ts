import { Readable } from 'node:stream';
import type { NextRequest } from 'next/server';
import { requireActor } from '@/lib/auth/guards';
import type { Permission } from '@/lib/auth/permissions';
import type { ExportList } from '@/lib/exports/constants';
import { openListSheet } from '@/lib/exports/data/screen-sheets';
import { noteExport } from '@/lib/exports/mutations';
import { exportFormatSchema, exportListSchema } from '@/lib/exports/schema';
import { writeCsv } from '@/lib/exports/write-csv';
import { AppError } from '@/lib/server/errors';
import { route } from '@/lib/server/routes';

interface Context {
  params: Promise<{ list: string }>;
}

/** What one needs to see each list at all. */
const NEEDED: Record<ExportList, Permission> = {
  leads: 'leads:read',
  queue: 'leads:read',
  deals: 'reports:read',
  'report-leads': 'reports:read',
  filtered: 'settings:read',
  audit: 'settings:read',
};

/** A list under the filters of its screen's address, all of its pages, as a CSV file (`?format=hubspot` for scores). */
export const GET = route(async (request: NextRequest, { params }: Context) => {
  const actor = await requireActor('lists:export');
  const read = exportListSchema.safeParse((await params).list);
  if (!read.success)
    throw new AppError('not_found', read.error.issues[0]?.message ?? 'There is no such list');
  const list = read.data;
  await requireActor(NEEDED[list]);
  const { format: asked, ...filters } = Object.fromEntries(request.nextUrl.searchParams);
  const format = list === 'leads' ? exportFormatSchema.parse(asked) : 'plain';
  const now = new Date();
  const sheet = await openListSheet(list, filters, { userId: actor.id, now, format });
  await noteExport(actor, { list, format, filters });
  const body = Readable.toWeb(writeCsv(sheet, { bom: format === 'plain' })) as ReadableStream<Uint8Array>;
  const name = `leadgrid-${list}${format === 'plain' ? '' : `-${format}`}-${now.toISOString().slice(0, 10)}.csv`;
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
});
