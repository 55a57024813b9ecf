import { z } from 'zod';
import type { ImportMark, LeadMark, RubricMark } from './types';

const leadMarkSchema = z.object({
  id: z.string(),
  rank: z.number().nullable(),
  score: z.number().nullable(),
  respondBy: z.number().nullable(),
  tierSince: z.number().nullable(),
  holder: z.string().nullable(),
  open: z.boolean(),
}) satisfies z.ZodType<LeadMark>;

/** Reads in the browser how far an import is. */
export const importMarkSchema = z.object({
  id: z.string(),
  stage: z.enum(['draft', 'queued', 'running', 'done', 'failed', 'undoing', 'undone']),
  rowsRead: z.number(),
  rowsTotal: z.number().nullable(),
}) satisfies z.ZodType<ImportMark>;

/** Reads in the browser what the stream says of leads. */
export const leadsDataSchema = z.object({ marks: z.array(leadMarkSchema), more: z.boolean() });

/** Reads in the browser what the stream says of imports. */
export const importsDataSchema = z.object({ marks: z.array(importMarkSchema) });

/** Reads what is said of the rubric's draft, from Postgres and from the stream. */
export const rubricMarkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['hello', 'here', 'left']), editor: z.string(), name: z.string() }),
  z.object({ kind: z.literal('changed'), editor: z.string().nullable(), name: z.string() }),
]) satisfies z.ZodType<RubricMark>;
