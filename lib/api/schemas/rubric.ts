import { z } from 'zod';
import { rubricSchema } from '@/lib/rubrics/schema';
import { RUBRIC_FORMAT } from '@/lib/scoring/types';
import { answeredId, answeredInstant } from '../fields';

/** A rubric as it is handed out; the format itself says what its parts may be. */
const document = z
  .looseObject({ format: z.literal(RUBRIC_FORMAT), name: z.string() })
  .meta({ id: 'RubricDocument', description: `A rubric of the format ${RUBRIC_FORMAT}.` });

const version = {
  id: answeredId,
  number: z.int(),
  live: z.boolean(),
  note: z.string().nullable(),
  publishedAt: answeredInstant.nullable(),
};

/** A version in the list of all. */
export const rubricVersion = z
  .strictObject({ ...version, publishedBy: z.string().nullable() })
  .meta({ id: 'RubricVersion' });

/** A version with its document. */
export const rubricAnswer = z.strictObject({ ...version, document }).meta({ id: 'Rubric' });

export type RubricAnswer = z.output<typeof rubricAnswer>;

export const versionNumber = z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) });

/** A rubric that is to go live. */
export const publishInput = z
  .strictObject({
    document: rubricSchema.meta({
      description: `A rubric of the format ${RUBRIC_FORMAT}; every fault is answered with its path.`,
    }),
    note: z.string().trim().min(1).max(2000).meta({ description: 'What changed, and why.' }),
    basedOn: z.int().min(1).optional().meta({
      description:
        'The number of the version that the document was edited from. When another is live by now, 409; when absent, none is compared.',
    }),
  })
  .meta({ id: 'PublishRubric' });

export type PublishInput = z.output<typeof publishInput>;

export const published = z.strictObject({ id: answeredId, number: z.int() }).meta({ id: 'PublishedRubric' });
