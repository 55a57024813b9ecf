import { z } from 'zod';
import { workingHoursSchema } from '@/lib/response/schema';
import { segmentSchema } from '@/lib/segments/schema';
import { DEFAULT_ROUTING, MOST_CAPACITY, TRIAL_DAYS } from './constants';

const name = z.string().trim().min(1, 'A name is needed').max(80, 'At most 80 characters');

const teamSchema = z.object({
  id: z.uuid(),
  name,
  memberIds: z.array(z.uuid()).max(500),
  hours: workingHoursSchema.nullable(),
});

const choiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account_owner') }),
  z.object({
    kind: z.literal('round_robin'),
    teamId: z.uuid('Choose a team').nullable(),
    onlyInHours: z.boolean(),
  }),
  z.object({ kind: z.literal('person'), userId: z.uuid('Choose a person') }),
]);

const ruleSchema = z.object({
  id: z.uuid(),
  name,
  when: segmentSchema.nullable(),
  choose: choiceSchema,
});

const fallbackSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('free') }),
  z.object({ kind: z.literal('person'), userId: z.uuid('Choose a person') }),
]);

const nurtureSchema = z.object({
  active: z.boolean(),
  points: z.int('Whole points').min(1, 'At least a point').max(100, 'At most 100 points'),
  days: z.int('Whole days').min(1, 'At least a day').max(90, 'At most 90 days'),
});

const fields = {
  teams: z.array(teamSchema).max(100).default(DEFAULT_ROUTING.teams),
  rules: z.array(ruleSchema).max(100).default(DEFAULT_ROUTING.rules),
  fallback: fallbackSchema.default(DEFAULT_ROUTING.fallback),
  capacity: z
    .int('A whole number')
    .min(1, 'At least one lead')
    .max(MOST_CAPACITY, 'At most 1,000 leads')
    .default(DEFAULT_ROUTING.capacity),
  bulk: z.boolean().default(DEFAULT_ROUTING.bulk),
  samplePercent: z.number().min(0).max(20, 'At most 20 of a hundred').default(DEFAULT_ROUTING.samplePercent),
  nurture: nurtureSchema.default(DEFAULT_ROUTING.nurture),
};

/** Routing as the form sends it. A rule's team has to be there. */
export const routingSettingsSchema = z.object(fields).superRefine(({ teams, rules }, context) => {
  const known = new Set(teams.map(({ id }) => id));
  rules.forEach(({ choose }, place) => {
    if (choose.kind !== 'round_robin' || choose.teamId === null || known.has(choose.teamId)) return;
    context.addIssue({ code: 'custom', path: ['rules', place], message: 'This rule’s team was deleted' });
  });
});

/** What is stored of routing: also by what leads are drawn, which nobody is shown, so that nobody can choose a lead. */
export const storedRoutingSchema = z.object({ ...fields, salt: z.string().default('') });

/** A change of routing, with the state it was made from: two people who edit at once never overwrite each other. */
export const saveRoutingSchema = z.object({
  /** When what was edited had been saved, in milliseconds since 1970; null when it never was. */
  basedOn: z.int().nullable(),
  routing: routingSettingsSchema,
});

/** Rules to be tried on past leads, saved or not. */
export const tryRoutingSchema = z.object({
  days: z.literal([...TRIAL_DAYS]),
  routing: routingSettingsSchema,
});
