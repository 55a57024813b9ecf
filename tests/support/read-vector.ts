import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const FOLDER = new URL('../fixtures/vectors/', import.meta.url);

const vectorSchema = z.object({
  rubric: z.record(z.string(), z.unknown()),
  input: z.object({
    leads: z.array(z.record(z.string(), z.unknown())),
    events: z.array(z.record(z.string(), z.unknown())),
  }),
  asOf: z.string(),
  expected: z.array(
    z.looseObject({
      leadId: z.string(),
      contributions: z.array(
        z.object({
          criterionId: z.string(),
          units: z.number(),
          points: z.number(),
          contribution: z.number(),
        }),
      ),
    }),
  ),
});

/** A worked case of the scoring specification: a rubric, an input, an instant, and what must come out. */
export type Vector = z.infer<typeof vectorSchema>;

/** The names of all worked cases. */
export function listVectors(): string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
}

/** Reads one worked case by its file's name. */
export function readVector(name: string): Vector {
  return vectorSchema.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
}
