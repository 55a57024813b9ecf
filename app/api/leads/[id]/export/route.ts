import { Readable } from 'node:stream';
import type { NextRequest } from 'next/server';
import { requireActor } from '@/lib/auth/guards';
import { openLeadRecord } from '@/lib/exports/data/lead-record';
import { noteLeadExport } from '@/lib/exports/mutations';
import { leadIdSchema } from '@/lib/leads/schema';
import { AppError } from '@/lib/server/errors';
import { route } from '@/lib/server/routes';

interface Context {
  params: Promise<{ id: string }>;
}

/** Everything that is held about a lead, as one JSON file: what a person may ask for. */
export const GET = route(async (_request: NextRequest, { params }: Context) => {
  const actor = await requireActor('lists:export');
  const id = leadIdSchema.safeParse((await params).id);
  if (!id.success) throw new AppError('not_found', 'There is no such lead.');
  const record = await openLeadRecord(id.data, new Date());
  await noteLeadExport(actor, id.data);
  const body = Readable.toWeb(Readable.from(record)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="lead-${id.data}.json"`,
      'cache-control': 'no-store',
    },
  });
});
