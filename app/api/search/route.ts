import { requireActor } from '@/lib/auth/guards';
import { searchEverything } from '@/lib/search/data';
import { searchSchema } from '@/lib/search/schema';
import { parseInput } from '@/lib/server/parse';
import { route } from '@/lib/server/routes';

/** Leads and companies for what is typed into the search over everything. */
export const GET = route(async (request: Request) => {
  await requireActor('leads:read');
  const { q } = parseInput(searchSchema, Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await searchEverything(q));
});
