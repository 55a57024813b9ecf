import { eventPropertiesSchema, fieldValuesSchema } from '@/lib/fields/schema';
import type { EventProperties, FieldValues } from '@/lib/fields/types';

async function get(query: Record<string, string>): Promise<unknown> {
  const response = await fetch(`/api/fields?${new URLSearchParams(query).toString()}`);
  if (!response.ok) throw new Error(`What occurs could not be read: ${response.status}`);
  return response.json();
}

/** The values of a lead's field that occur; none for a field that has yet to be chosen. */
export async function fetchLeadValues(path: string): Promise<FieldValues | null> {
  return path === '' ? null : fieldValuesSchema.parse(await get({ lead: path }));
}

/** The properties that events of some types have. */
export async function fetchEventProperties(types: readonly string[]): Promise<EventProperties> {
  return eventPropertiesSchema.parse(await get({ events: types.join('\n') }));
}
