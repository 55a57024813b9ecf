import type { Metadata } from 'next';
import { ReportSettingsForm } from '@/components/reports/report-settings-form';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { PageBody } from '@/components/ui/page-body';
import { loadReportSettings } from '@/lib/reports/loaders';

export const metadata: Metadata = { title: 'Reports' };

export default async function ReportSettingsPage() {
  const loaded = await loadReportSettings();
  return (
    <>
      <SettingsHeader current="/settings/reports" />
      <PageBody>
        <SettingsSection title="How the reports count" note="For every month, past ones too">
          <ReportSettingsForm {...loaded} />
        </SettingsSection>
      </PageBody>
    </>
  );
}
