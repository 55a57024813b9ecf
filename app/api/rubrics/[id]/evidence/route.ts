import { requireActor } from '@/lib/auth/guards';
import { readEvidence } from '@/lib/effects/data';
import { versionIdSchema } from '@/lib/effects/schema';
import { AppError } from '@/lib/server/errors';
import { parseInput } from '@/lib/server/parse';
import { route } from '@/lib/server/routes';

interface Context {
  params: Promise<{ id: string }>;
}

/** Every lead's evidence by a version's criteria, as of now: what the editor measures edits on. */
export const GET = route(async (_request: Request, { params }: Context) => {
  await requireActor('rubric:write');
  const id = parseInput(versionIdSchema, (await params).id);
  const evidence = await readEvidence(id, new Date());
  if (!evidence) throw new AppError('not_found', 'There is no version of the rubric with this id.');
  return Response.json(evidence, { headers: { 'cache-control': 'no-store' } });
});
