import { OPERATIONS } from '@/lib/api/operations';
import type { RubricAnswer } from '@/lib/api/schemas/rubric';
import { toInstant } from '@/lib/api/to-instant';
import {
  findLiveVersion,
  findPublishedVersion,
  listRubricVersions,
  type RubricDocument,
} from '@/lib/rubrics/data';
import { publishRubric } from '@/lib/rubrics/mutations/publish';
import { AppError } from '@/lib/server/errors';
import { bind, type Answer } from '../bind';

function answerVersion(version: RubricDocument | null): Answer<RubricAnswer> {
  if (!version) throw new AppError('not_found', 'There is no such version of the rubric.');
  const { id, number, live, note, publishedAt, document } = version;
  return {
    status: 200,
    body: { id, number, live, note, publishedAt: toInstant(publishedAt), document: { ...document } },
  };
}

export const RUBRIC_ROUTES = {
  getRubric: bind(OPERATIONS.getRubric, async () => answerVersion(await findLiveVersion())),

  listRubricVersions: bind(OPERATIONS.listRubricVersions, async () => {
    const versions = await listRubricVersions();
    const items = versions.map(({ id, number, live, note, publishedAt, publishedBy }) => ({
      id,
      number,
      live,
      note,
      publishedAt: toInstant(publishedAt),
      publishedBy,
    }));
    return { status: 200, body: { items } };
  }),

  publishRubric: bind(OPERATIONS.publishRubric, async ({ key, body, now }) => {
    const { document, note, basedOn } = body;
    const live = await findLiveVersion();
    if (!live)
      throw new AppError('conflict', 'There is no live rubric yet; start the worker, which makes one.');
    if (basedOn !== undefined && basedOn !== live.number) {
      const message = `Version ${live.number} is live by now, not ${basedOn}. Get it and make your edit again.`;
      throw new AppError('conflict', message, [{ path: 'basedOn', message }]);
    }
    const { id, number } = await publishRubric(key, { note, document, baseId: live.id }, now);
    return { status: 201, body: { id, number }, location: `/rubric/versions/${number}` };
  }),

  getRubricVersion: bind(OPERATIONS.getRubricVersion, async ({ params }) =>
    answerVersion(await findPublishedVersion(params.number)),
  ),
};
