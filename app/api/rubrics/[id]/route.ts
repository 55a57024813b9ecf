import { requireActor } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { versionIdSchema } from '@/lib/effects/schema';
import { findRubricVersion } from '@/lib/rubrics/data';
import { AppError } from '@/lib/server/errors';
import { parseInput } from '@/lib/server/parse';
import { route } from '@/lib/server/routes';

interface Context {
  params: Promise<{ id: string }>;
}

/** A version of the rubric as a file of the format `leadgrid.rubric/1`. Drafts are for those who may edit. */
export const GET = route(async (_request: Request, { params }: Context) => {
  const { role } = await requireActor('rubric:read');
  const version = await findRubricVersion(parseInput(versionIdSchema, (await params).id));
  if (!version || (version.state === 'draft' && !isAllowed(role, 'rubric:write'))) {
    throw new AppError('not_found', 'There is no version of the rubric with this id.');
  }
  const name = version.document.name.toLowerCase().replace(/[^a-z0-9]+/gu, '-');
  const suffix = version.state === 'draft' ? 'draft' : `v${version.number}`;
  return new Response(`${JSON.stringify(version.document, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}-${suffix}.json"`,
      'cache-control': 'no-store',
    },
  });
});
