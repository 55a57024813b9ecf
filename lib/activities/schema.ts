import { z } from 'zod';
import { choicesParam } from '@/lib/leads/address';
import { CURRENCIES, MOST_AT_ONCE, TIMELINE_KINDS, TOUCH_OUTCOMES, TOUCH_TYPES } from './constants';

const leadId = z.uuid();
/** Several leads at once. */
const leadIds = z
  .array(leadId)
  .min(1)
  .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} leads at once`)
  .transform((ids) => [...new Set(ids)]);
const note = z
  .string()
  .max(2_000, 'At most 2,000 characters')
  // Postgres takes no NUL in a text.
  .transform((text) => text.replaceAll('\0', '').trim())
  .optional();

/** A call, an e-mail or a meeting, with what came of it. */
export const touchSchema = z
  .object({ leadId, type: z.enum(TOUCH_TYPES), outcome: z.string().max(60), note })
  .refine(({ type, outcome }) => TOUCH_OUTCOMES[type].includes(outcome), {
    path: ['outcome'],
    message: 'Not one of the outcomes on offer',
  });

/** A note alone. */
export const noteSchema = z.object({
  leadId,
  note: note.unwrap().pipe(z.string().min(1, 'A note needs words')),
});

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** Until an instant, or without one until intent has risen. */
export const snoozeSchema = z.object({
  leadIds,
  until: instant.nullable(),
});

/** To a colleague, or without one back to the free list. */
export const passSchema = z.object({ leadIds, toUserId: z.uuid().nullable(), note });

// Which reasons there are is for the installation to say.
const reason = z.string().max(60);

export const disqualifySchema = z.object({ leadIds, reason, note });

const amount = z
  .number('An amount is needed')
  .min(0, 'An amount is 0 or more')
  .max(1e13, 'This amount is too large')
  .transform((value) => Math.round(value * 100) / 100);

const worth = { amount, currency: z.enum(CURRENCIES) };

/** What became of a lead. */
export const outcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    leadId,
    outcome: z.literal('qualified'),
    worth: z.object(worth).optional(),
    expectedCloseAt: instant.optional(),
    note,
  }),
  z.object({ leadId, outcome: z.literal('disqualified'), reason, note }),
  z.object({ leadId, outcome: z.literal('won'), ...worth, note }),
  z.object({ leadId, outcome: z.literal('lost'), reason, worth: z.object(worth).optional(), note }),
]);

export const undoSchema = z.object({ activityIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE) });

/** What a timeline is asked for: `?show=behaviour,activity&before=1767603600000`. Bad values fall back to none. */
export const timelineSearchSchema = z.object({
  show: choicesParam(TIMELINE_KINDS),
  before: z.preprocess(
    (value) => (typeof value === 'string' && value !== '' ? Number(value) : undefined),
    z.number().int().min(0).max(8.64e15).optional().catch(undefined),
  ),
});
