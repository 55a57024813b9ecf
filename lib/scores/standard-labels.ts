import { STANDARD_COMPANY_ATTRIBUTES } from '@/lib/companies/constants';
import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import { STANDARD_LEAD_ATTRIBUTES } from '@/lib/leads/constants';

type Labelled = readonly { key: string; label: string }[];

function labelsOf(items: Labelled, prefix = ''): Record<string, string> {
  return Object.fromEntries(items.map(({ key, label }): [string, string] => [`${prefix}${key}`, label]));
}

/** What the standard attributes are called, by the path that conditions use. */
export const STANDARD_FIELD_LABELS: Readonly<Record<string, string>> = {
  ...labelsOf(STANDARD_LEAD_ATTRIBUTES),
  ...labelsOf(STANDARD_COMPANY_ATTRIBUTES, 'company.'),
};

/** What the standard event types are called, by key. */
export const STANDARD_EVENT_LABELS: Readonly<Record<string, string>> = labelsOf(STANDARD_EVENT_TYPES);
