import type { NextRequest } from 'next/server';
import { requireActor } from '@/lib/auth/guards';
import { storeUpload } from '@/lib/imports/mutations/uploads';
import { fileNameSchema } from '@/lib/imports/schema';
import { AppError } from '@/lib/server/errors';
import { parseInput } from '@/lib/server/parse';
import { streamBody } from '@/lib/server/read-body';
import { route } from '@/lib/server/routes';

/** Takes a file (`?name=contacts.csv`, its bytes as the body) to be looked at and started; answers the import's id. */
export const POST = route(async (request: NextRequest) => {
  const actor = await requireActor('imports:write');
  const name = parseInput(fileNameSchema, request.nextUrl.searchParams.get('name'));
  if (!request.body) throw new AppError('invalid', 'The file is empty: it has no header row.');
  const id = await storeUpload(actor, name, streamBody(request), new Date());
  return Response.json({ id }, { status: 201 });
});
