import { z } from 'zod';
import { answeredId, answeredInstant, cursor, domain, instant, key, limit, name } from '../fields';
import { answeredAttributes, companyAttributes } from './attributes';

/** A company as it comes in. */
export const companyInput = z
  .strictObject({
    domain: domain.optional(),
    name: name.optional(),
    externalId: key.optional().meta({ description: 'The id that another system gave it.' }),
    source: key.optional().meta({ description: 'The system that gave `externalId`; “api” when absent.' }),
    createdAt: instant
      .optional()
      .meta({ description: 'When it became known; the earliest instant given stays.' }),
    attributes: companyAttributes.optional(),
  })
  .refine(
    ({ domain, name }) => domain !== undefined || name !== undefined,
    'A company needs a domain or a name',
  )
  .meta({ id: 'CompanyInput' });

export type CompanyInput = z.output<typeof companyInput>;

/** A company as answers carry it. */
export const company = z
  .strictObject({
    id: answeredId,
    name: z.string(),
    domain: z.string().nullable(),
    source: z.string().nullable(),
    externalId: z.string().nullable(),
    attributes: answeredAttributes,
    leads: z.int().meta({ description: 'How many leads it has.' }),
    createdAt: answeredInstant,
    updatedAt: answeredInstant,
  })
  .meta({ id: 'Company' });

export type CompanyAnswer = z.output<typeof company>;

export const companyQuery = z.strictObject({
  q: z.string().trim().min(1).max(120).optional().meta({ description: 'The beginning of its name.' }),
  limit,
  cursor: cursor.optional(),
});

export const companyId = z.strictObject({ id: z.uuid() });
export const companyDomain = z.strictObject({ domain });
