import type { NextRequest } from 'next/server';
import { loadNotice } from '@/lib/queue/loaders';
import { leadIdSchema } from '@/lib/leads/schema';
import { AppError } from '@/lib/server/errors';
import { route } from '@/lib/server/routes';

interface Context {
  params: Promise<{ id: string }>;
}

/** What a notification on the desktop says of a lead. */
export const GET = route(async (_request: NextRequest, { params }: Context) => {
  const id = leadIdSchema.safeParse((await params).id);
  const notice = id.success ? await loadNotice(id.data) : null;
  if (!notice) throw new AppError('not_found', 'There is no such lead.');
  return Response.json(notice, { headers: { 'cache-control': 'no-store' } });
});
