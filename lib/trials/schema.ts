import { z } from 'zod';
import { rubricSchema } from '@/lib/rubrics/schema';

/** Events that one typed lead may have. */
export const MOST_TYPED_EVENTS = 50;

const text = z.string().trim().max(500);

/** A lead that nobody has: what its fields hold, by path, and what it is to have done. */
export const typedLeadSchema = z.object({
  email: text,
  /** For how many days it has been known. */
  knownDays: z.number().min(0).max(10_000),
  /** Texts as they were typed, by the path of the field; empty ones are unknown. */
  values: z.record(z.string().min(1).max(200), text),
  events: z
    .array(
      z.object({
        type: z.string().min(1).max(200),
        daysAgo: z.number().min(0).max(10_000),
        /** By the property's path. */
        properties: z.record(z.string().min(1).max(200), text),
        /** Done by the company, not by a person. */
        ofCompany: z.boolean(),
      }),
    )
    .max(MOST_TYPED_EVENTS),
});

export type TypedLead = z.output<typeof typedLeadSchema>;

export const trialSchema = z.object({
  /** The draft as it stands in the editor. */
  document: rubricSchema,
  subject: z.union([z.object({ leadId: z.uuid() }), z.object({ typed: typedLeadSchema })]),
});

export type TrialSubject = z.output<typeof trialSchema>['subject'];
