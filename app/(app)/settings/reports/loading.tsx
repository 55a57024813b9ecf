import { SettingsLoading } from '@/components/settings/settings-loading';

export default function Loading() {
  return <SettingsLoading current="/settings/reports" />;
}
