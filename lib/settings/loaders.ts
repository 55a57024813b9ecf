import { requirePage } from '@/lib/auth/guards';
import { listAttributes, listEventTypes } from './data';

/** The path of the first settings page, for whoever may see the settings. */
export async function loadSettingsHome(): Promise<string> {
  await requirePage('settings:read', '/settings');
  return '/settings/people';
}

/** The attributes of leads and companies, and the event types, with how often each occurs. */
export async function loadAttributes() {
  await requirePage('settings:read', '/settings/attributes');
  const [attributes, eventTypes] = await Promise.all([listAttributes(), listEventTypes()]);
  return {
    leadAttributes: attributes.filter(({ entity }) => entity === 'lead'),
    companyAttributes: attributes.filter(({ entity }) => entity === 'company'),
    eventTypes,
  };
}
