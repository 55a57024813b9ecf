import { requireActor } from '@/lib/auth/guards';
import { measureSchema } from '@/lib/effects/schema';
import { measureInThread } from '@/lib/evidence/data/measure-in-thread';
import { parseInput } from '@/lib/server/parse';
import { readJson } from '@/lib/server/read-body';
import { route } from '@/lib/server/routes';

/** What one rubric does to every lead compared with another, where there are too many leads for the browser. */
export const POST = route(async (request: Request) => {
  await requireActor('rubric:write');
  const { fresh, ...asked } = parseInput(measureSchema, await readJson(request));
  return Response.json(await measureInThread(asked, fresh), { headers: { 'cache-control': 'no-store' } });
});
