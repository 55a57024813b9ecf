import { z } from 'zod';
import { defineOperation } from '../contract';
import { published, publishInput, rubricAnswer, rubricVersion, versionNumber } from '../schemas/rubric';
import { RUBRIC_EXAMPLE, SMALL_RUBRIC, VERSION_ID } from './examples';

const tag = 'Rubric';
const { document, ...summary } = RUBRIC_EXAMPLE;

export const RUBRIC_OPERATIONS = {
  getRubric: defineOperation({
    method: 'GET',
    path: '/rubric',
    tag,
    summary: 'Get the live rubric',
    scope: 'rubric:read',
    answer: rubricAnswer,
    problems: [404],
    example: { answer: { ...summary, document } },
  }),
  listRubricVersions: defineOperation({
    method: 'GET',
    path: '/rubric/versions',
    tag,
    summary: 'List the versions that were published',
    description: 'The last published first. A version never changes.',
    scope: 'rubric:read',
    answer: z.strictObject({ items: z.array(rubricVersion) }),
    example: { answer: { items: [{ ...summary, publishedBy: 'Odile Marsh' }] } },
  }),
  publishRubric: defineOperation({
    method: 'POST',
    path: '/rubric/versions',
    tag,
    summary: 'Publish a rubric',
    description: 'It is live when the answer comes; every lead is scored again by it in the background.',
    scope: 'rubric:write',
    body: publishInput,
    answer: published,
    statuses: [201],
    problems: [409],
    example: {
      body: { note: 'Begin small.', basedOn: 4, document: SMALL_RUBRIC },
      answer: { id: VERSION_ID, number: 5 },
    },
  }),
  getRubricVersion: defineOperation({
    method: 'GET',
    path: '/rubric/versions/{number}',
    tag,
    summary: 'Get a version of the rubric',
    scope: 'rubric:read',
    params: versionNumber,
    answer: rubricAnswer,
    problems: [404],
    example: { params: ['4'], answer: { ...summary, document } },
  }),
};
