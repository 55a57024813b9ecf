import { z } from 'zod';
import { STANDARD_COMPANY_ATTRIBUTES } from '@/lib/companies/constants';
import type { AttributePatch } from '@/lib/intake/types';
import { STANDARD_LEAD_ATTRIBUTES } from '@/lib/leads/constants';

const OWN_KEY = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u;

const longText = z.string().trim().min(1).max(32_000);
const number = z.number();
const list = z.array(z.string().trim().min(1).max(1000)).max(200);

const VALUES = { text: longText, number, boolean: z.boolean(), list };

const CUSTOM = z
  .record(
    z
      .string()
      .regex(OWN_KEY, 'Letters, digits, “_” and “-”, at most 60 of them, the first a letter or digit'),
    z.union([longText, number, z.boolean(), list, z.null()]),
  )
  .meta({
    description:
      'Attributes of your own by key. The first value gives a new one its type: text, number, boolean, date or list.',
  });

type Standard = readonly {
  readonly key: string;
  readonly label: string;
  readonly type: keyof typeof VALUES;
}[];

function attributesOf(standard: Standard, id: string) {
  const known = standard.map(({ key, label, type }) => [
    key,
    VALUES[type].nullable().optional().meta({ description: label }),
  ]);
  return z
    .strictObject({ ...Object.fromEntries(known), custom: CUSTOM.optional() })
    .meta({ id, description: 'What is not named stays as it is; null forgets a value.' })
    .transform(flatten);
}

/** Values by their keys, those of `custom` as `custom.KEY`: as records carry them. */
function flatten(attributes: Readonly<Record<string, unknown>>): AttributePatch {
  const patch: AttributePatch = {};
  for (const [key, value] of Object.entries(attributes)) {
    const given: [string, unknown][] =
      key === 'custom' && value instanceof Object
        ? Object.entries(value).map(([own, inner]) => [`custom.${own}`, inner])
        : [[key, value]];
    for (const [path, inner] of given) patch[path] = valueSchema.parse(inner);
  }
  return patch;
}

const valueSchema = z.union([z.string(), number, z.boolean(), z.array(z.string()), z.null()]);

/** The attributes of a lead as they come in. */
export const leadAttributes = attributesOf(STANDARD_LEAD_ATTRIBUTES, 'LeadAttributes');

/** The attributes of a company as they come in. */
export const companyAttributes = attributesOf(STANDARD_COMPANY_ATTRIBUTES, 'CompanyAttributes');

/** Attributes as answers carry them: those that are known, the user's own under `custom`. */
export const answeredAttributes = z
  .record(z.string(), z.unknown())
  .meta({ description: 'The attributes that are known, by key; your own under `custom`.' });
