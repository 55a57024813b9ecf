import { z } from 'zod';
import { joinPath } from './fault-list';
import { toMilliseconds } from './instants';
import type { EventInput, Issue, LeadInput, Lists } from './types';

const idSchema = z.string().min(1, 'must not be empty');

const instantSchema = z
  .string()
  .refine((text) => !Number.isNaN(toMilliseconds(text)), { error: 'must be an ISO 8601 date or instant' });

const leadSchema = z.object({
  id: idSchema,
  email: z.string().nullable(),
  createdAt: instantSchema,
  attributes: z.record(z.string(), z.unknown()),
  company: z.looseObject({ id: idSchema }).nullish(),
});

const eventSchema = z.object({
  id: idSchema,
  leadId: idSchema.nullable(),
  companyId: idSchema.nullable(),
  type: idSchema,
  at: instantSchema,
  properties: z.record(z.string(), z.unknown()),
});

const inputSchema = z.object({ leads: z.array(leadSchema), events: z.array(eventSchema) });

const listsSchema = z.strictObject({
  personalDomains: z.array(z.string()),
  disposableDomains: z.array(z.string()),
  roleNames: z.array(z.string()),
});

/** Leads with all their events, as they come in a file. */
export interface ScoreInput {
  leads: LeadInput[];
  events: EventInput[];
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => joinPath(path, typeof key === 'number' ? key : String(key)), '');
}

function parseWith<T>(schema: z.ZodType<T>, json: unknown): Parsed<T> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: pathOf(path), message }));
  return { ok: false, issues };
}

function findRepeatedLead(leads: readonly LeadInput[]): Issue | null {
  const seen = new Set<string>();
  for (const [place, { id }] of leads.entries()) {
    if (seen.has(id)) return { path: `leads[${place}].id`, message: `is repeated: "${id}"` };
    seen.add(id);
  }
  return null;
}

/**
 * Checks leads and events that are to be scored together.
 *
 * @param json `{ "leads": […], "events": […] }`, of which nothing is believed. Keys the engine does not know are dropped.
 * @returns the input, or every fault with its path, such as `events[3].at`.
 */
export function parseScoreInput(json: unknown): Parsed<ScoreInput> {
  const parsed = parseWith<ScoreInput>(inputSchema, json);
  const repeated = parsed.ok ? findRepeatedLead(parsed.value.leads) : null;
  return repeated ? { ok: false, issues: [repeated] } : parsed;
}

/** Checks the lists that the derived e-mail fields are read from. */
export function parseLists(json: unknown): Parsed<Lists> {
  return parseWith<Lists>(listsSchema, json);
}
