import { redirect } from 'next/navigation';
import { loadSettingsHome } from '@/lib/settings/loaders';

/** The first of the settings' pages. */
export default async function SettingsPage() {
  redirect(await loadSettingsHome());
}
