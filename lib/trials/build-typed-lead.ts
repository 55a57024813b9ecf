import type { EventInput, LeadInput } from '@/lib/scoring/types';
import type { AskedField, FieldType } from './asked-fields';
import type { TypedLead } from './schema';

const DAY_MS = 86_400_000;
const LEAD_ID = 'typed';
const COMPANY_ID = 'typed-company';

/** A typed text as its field's type takes it; undefined for what is empty or no such value. */
function readTyped(text: string, type: FieldType): unknown {
  if (text === '') return undefined;
  switch (type) {
    case 'number': {
      const number = Number(text.replaceAll(/[,\s]/gu, ''));
      return Number.isFinite(number) ? number : undefined;
    }
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'list':
      return text.split(',').map((entry) => entry.trim());
    case 'date':
    case 'text':
      return text;
  }
}

function setPath(target: Record<string, unknown>, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner = target[first];
  const next: Record<string, unknown> =
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? { ...inner } : {};
  setPath(next, rest.join('.'), value);
  target[first] = next;
}

/**
 * A typed lead as the engine takes it, with its events.
 *
 * @param fields the types of its fields; values of others are taken for text.
 * @param asOf the present, in milliseconds since 1970 UTC.
 */
export function buildTypedLead(
  { email, knownDays, values, events }: TypedLead,
  fields: readonly AskedField[],
  asOf: number,
): { lead: LeadInput; events: EventInput[] } {
  const types = new Map(fields.map(({ path, type }) => [path, type]));
  const attributes: Record<string, unknown> = {};
  const company: Record<string, unknown> = {};
  for (const [path, text] of Object.entries(values)) {
    const value = readTyped(text, types.get(path) ?? 'text');
    if (value === undefined) continue;
    if (path.startsWith('company.')) setPath(company, path.slice('company.'.length), value);
    else setPath(attributes, path, value);
  }
  const hasCompany = Object.keys(company).length > 0 || events.some(({ ofCompany }) => ofCompany);
  return {
    lead: {
      id: LEAD_ID,
      email: email === '' ? null : email,
      createdAt: asOf - knownDays * DAY_MS,
      attributes,
      company: hasCompany ? { ...company, id: COMPANY_ID } : null,
    },
    events: events.map(({ type, daysAgo, properties, ofCompany }, place) => ({
      id: String(place).padStart(3, '0'),
      leadId: ofCompany ? null : LEAD_ID,
      companyId: hasCompany ? COMPANY_ID : null,
      type,
      at: asOf - daysAgo * DAY_MS,
      properties: Object.fromEntries(Object.entries(properties).filter(([, text]) => text !== '')),
    })),
  };
}
