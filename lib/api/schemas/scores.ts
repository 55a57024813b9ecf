import { z } from 'zod';
import { QUADRANTS } from '@/lib/leads/constants';
import { answeredId, answeredInstant, instant } from '../fields';

const field = z.strictObject({
  field: z.string(),
  op: z.string(),
  value: z.unknown().meta({ description: 'What is known; null when nothing is.' }),
  holds: z.boolean(),
});

const eventEvidence = z.strictObject({
  id: z.string(),
  leadId: z.string().nullable().meta({ description: 'A colleague’s when the criterion counts those.' }),
  type: z.string(),
  at: answeredInstant,
  ageDays: z.number(),
  weight: z.number().meta({ description: 'How much of it counts, 0 to 1.' }),
});

const criterion = z.strictObject({
  criterionId: z.string(),
  label: z.string(),
  condition: z.string().meta({ description: 'What it asks for, in words.' }),
  decay: z.string().nullable(),
  units: z.number(),
  points: z.number(),
  contribution: z.number().meta({ description: 'points × units.' }),
  fields: z.array(field),
  events: z.array(eventEvidence),
  turnsAt: answeredInstant.nullable(),
  nextMove: z.strictObject({ at: answeredInstant, by: z.number() }).nullable(),
  leftOut: z.int(),
});

const group = z.strictObject({
  groupId: z.string(),
  label: z.string(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  sum: z.number(),
  total: z.number().meta({ description: 'The sum within the group’s limits.' }),
  limitedBy: z.enum(['min', 'max']).nullable(),
  criteria: z.array(criterion),
});

const axis = z.strictObject({
  sum: z.number(),
  value: z.int().meta({ description: 'The sum of the groups’ totals, held within 0 to 100 and rounded.' }),
  groups: z.array(group),
});

/** A lead's score as of an instant, with the facts behind it. */
export const scoreAnswer = z
  .strictObject({
    leadId: answeredId,
    asOf: answeredInstant,
    fit: z.int(),
    intent: z.int(),
    score: z.int(),
    tier: z.string(),
    quadrant: z.enum(QUADRANTS),
    rubric: z.strictObject({ id: answeredId, version: z.int(), name: z.string(), fitWeight: z.number() }),
    axes: z.strictObject({ fit: axis, intent: axis }),
    disqualifiers: z.array(
      z.strictObject({ id: z.string(), label: z.string(), condition: z.string(), fields: z.array(field) }),
    ),
    nextChangeAt: answeredInstant
      .nullable()
      .meta({ description: 'With no new data nothing differs before.' }),
    nextTier: z.strictObject({ at: answeredInstant, tier: z.string() }).nullable(),
  })
  .meta({ id: 'Score' });

export type ScoreAnswer = z.output<typeof scoreAnswer>;

export const scoreQuery = z.strictObject({
  asOf: instant.optional().meta({
    description:
      'The instant; now when absent. The live rubric is used, with the values known and the events that had happened then.',
  }),
});
