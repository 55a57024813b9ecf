import type { NextRequest } from 'next/server';
import { requireActor } from '@/lib/auth/guards';
import { findImport } from '@/lib/imports/data';
import { importIdSchema } from '@/lib/imports/schema';
import { AppError } from '@/lib/server/errors';
import { route } from '@/lib/server/routes';

interface Context {
  params: Promise<{ id: string }>;
}

/** How far an import is. */
export const GET = route(async (_request: NextRequest, { params }: Context) => {
  await requireActor('imports:read');
  const parsed = importIdSchema.safeParse(await params);
  const entry = parsed.success ? await findImport(parsed.data.id) : null;
  if (!entry) throw new AppError('not_found', 'There is no such import.');
  return Response.json(entry, { headers: { 'cache-control': 'no-store' } });
});
