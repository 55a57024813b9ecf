import type { NextRequest } from 'next/server';
import { requireActor } from '@/lib/auth/guards';
import { findEventProperties, findFieldValues } from '@/lib/fields/data';
import { fieldsQuerySchema } from '@/lib/fields/schema';
import { parseInput } from '@/lib/server/parse';
import { route } from '@/lib/server/routes';

/** The values of a lead's field that occur, or the properties that events of some types have. */
export const GET = route(async ({ nextUrl }: NextRequest) => {
  await requireActor('rubric:write');
  const asked = parseInput(fieldsQuerySchema, Object.fromEntries(nextUrl.searchParams));
  const found = 'lead' in asked ? await findFieldValues(asked.lead) : await findEventProperties(asked.events);
  return Response.json(found, { headers: { 'cache-control': 'private, max-age=60' } });
});
