import { z } from 'zod';
import {
  choiceParam,
  choicesParam,
  idParam,
  listParam,
  moveParam,
  numberParam,
  rangeParam,
  textParam,
} from './address';
import { ADDED_WITHIN, COMPANY_SIZE_KEYS, LEAD_ORDERS, LEAD_STATES, QUADRANTS } from './constants';

/** Which part of the market a list shows, and since when its leads are known. */
export const segmentParams = {
  source: listParam,
  country: listParam,
  industry: listParam,
  size: choicesParam(COMPANY_SIZE_KEYS),
  added: numberParam(ADDED_WITHIN),
};

/** What the list of leads is asked for: `/leads?tier=A&fit=70-94&sort=score`. Bad values fall back to none. */
export const leadSearchSchema = z.object({
  q: textParam(),
  tier: listParam,
  quadrant: choicesParam(QUADRANTS),
  state: choicesParam(LEAD_STATES),
  company: idParam,
  owner: z.union([z.literal('none'), idParam]),
  ...segmentParams,
  fit: rangeParam,
  intent: rangeParam,
  moved: moveParam,
  sort: choiceParam(LEAD_ORDERS, 'rank'),
  after: textParam(),
  before: textParam(),
});

/** The id of a lead, out of an address. */
export const leadIdSchema = z.uuid();

/** Which lead goes into which, and the values that are to be the merged one's: `name`, `companyId`, `attributes.title`. */
export const mergeSchema = z.object({
  survivorId: z.uuid(),
  mergedId: z.uuid(),
  take: z.array(z.string().max(200)).max(500).default([]),
});

export type MergeInput = z.input<typeof mergeSchema>;

export const mergeIdSchema = z.object({ mergeId: z.uuid() });

export const eraseSchema = z.object({ leadId: leadIdSchema });
