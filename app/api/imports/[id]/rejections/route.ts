import { Readable } from 'node:stream';
import type { NextRequest } from 'next/server';
import { requireActor } from '@/lib/auth/guards';
import { findImport, streamRejections } from '@/lib/imports/data';
import { writeRejectionsCsv } from '@/lib/imports/rejections-csv';
import { importIdSchema } from '@/lib/imports/schema';
import { AppError } from '@/lib/server/errors';
import { route } from '@/lib/server/routes';

interface Context {
  params: Promise<{ id: string }>;
}

/** The rejected rows of an import with their reasons, as a CSV file. */
export const GET = route(async (_request: NextRequest, { params }: Context) => {
  await requireActor('imports:read');
  const parsed = importIdSchema.safeParse(await params);
  const entry = parsed.success ? await findImport(parsed.data.id) : null;
  if (!entry) throw new AppError('not_found', 'There is no such import.');
  const name = `${entry.fileName.replace(/\.[^.]*$/, '').replace(/[^\w.-]+/g, '_')}.rejected.csv`;
  const body = Readable.toWeb(writeRejectionsCsv(streamRejections(entry.id))) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
});
