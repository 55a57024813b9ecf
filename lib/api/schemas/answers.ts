import { z } from 'zod';
import { answeredId } from '../fields';

/** What is wrong, and where: RFC 9457 problem details. */
export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(
        z.strictObject({
          path: z.string().meta({ description: 'The part of the request, such as `company.domain`.' }),
          message: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });

/** A page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'The cursor of the next page; null on the last.' }),
  });
}

/** What became of one item of a batch. */
export const batchResult = z
  .strictObject({
    index: z.int().meta({ description: 'The item’s place in the batch, counted from 0.' }),
    status: z.union([z.literal(200), z.literal(201), z.literal(422)]).meta({
      description: '201 made, 200 changed or the same as before, 422 refused: nothing of it was written.',
    }),
    id: answeredId.optional(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'BatchResult' });

/** What became of a batch. */
export const batchAnswer = z
  .strictObject({
    results: z.array(batchResult).meta({ description: 'One for each item, in order.' }),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    refused: z.int(),
  })
  .meta({ id: 'BatchAnswer' });

export type BatchAnswer = z.output<typeof batchAnswer>;
