import { z } from 'zod';
import { rubricSchema } from '@/lib/rubrics/schema';

const shareSchema = z.number();
const intervalSchema = z.object({ low: z.number(), high: z.number() });

const judgementSchema = z.object({
  auc: z.number().nullable(),
  aucInterval: intervalSchema.nullable(),
  liftTop10: z.number().nullable(),
  liftTop25: z.number().nullable(),
  brier: z.number(),
});

const faredSchema = z.object({
  won: z.int(),
  lost: z.int(),
  rate: shareSchema.nullable(),
  interval: intervalSchema,
});

const evidenceSchema = z.object({
  with: faredSchema,
  without: faredSchema,
  weightOfEvidence: z.number(),
  informationValue: z.number(),
});

const countsSchema = z.object({ won: z.int(), lost: z.int() });

/** What a run of learning found, as it is stored. */
export const learningResultSchema = z.object({
  rubric: rubricSchema,
  criteria: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      points: z.number(),
      logOdds: z.number().nullable(),
      evidence: evidenceSchema.nullable(),
      reason: z.string(),
    }),
  ),
  leftOut: z.array(z.object({ column: z.string(), kind: z.string(), reason: z.string() })),
  judged: judgementSchema,
  live: judgementSchema,
  baseline: judgementSchema,
  calibration: z.array(
    z.object({
      low: z.number(),
      high: z.number(),
      won: z.int(),
      closed: z.int(),
      rate: z.number().nullable(),
      interval: intervalSchema.nullable(),
      foretold: z.number().nullable(),
    }),
  ),
  proposals: z.array(
    z.object({
      axis: z.enum(['fit', 'intent']),
      id: z.string(),
      label: z.string(),
      points: z.number(),
      /** The criterion as it would stand in the rubric; checked with the rubric it is put into. */
      criterion: z.record(z.string(), z.json()),
      reason: z.string(),
      evidence: evidenceSchema,
    }),
  ),
  training: countsSchema,
  heldOut: countsSchema.extend({ from: z.number() }),
});

export type LearningResult = z.output<typeof learningResultSchema>;

/** Which fields are to be learned from although they look as if known only afterwards. */
export const startLearningSchema = z.object({
  keep: z.array(z.string().min(1).max(300)).max(50).default([]),
});

export const makeDraftSchema = z.object({
  runId: z.uuid(),
  /** The revision of the draft that is replaced; 0 when there is none. */
  revision: z.int().min(0),
});

export const addProposalSchema = z.object({ runId: z.uuid(), id: z.string().min(1).max(200) });

/** Which run's rubric gives the predictive score, as it is stored; null for none. */
export const predictionSettingSchema = z.object({ runId: z.uuid().nullable() });
