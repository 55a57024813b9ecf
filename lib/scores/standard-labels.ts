import { STANDARD_COMPANY_ATTRIBUTES } from '@/lib/companies/constants';
import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import { STANDARD_LEAD_ATTRIBUTES } from '@/lib/leads/constants';

/** What the standard attributes are called, by the path that conditions use. */
export const STANDARD_FIELD_LABELS: Readonly<Record<string, string>> = Object.fromEntries([
  ...STANDARD_LEAD_ATTRIBUTES.map(({ key, label }) => [key, label]),
  ...STANDARD_COMPANY_ATTRIBUTES.map(({ key, label }) => [`company.${key}`, label]),
]);

/** What the standard event types are called, by key. */
export const STANDARD_EVENT_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  STANDARD_EVENT_TYPES.map(({ key, label }) => [key, label]),
);
