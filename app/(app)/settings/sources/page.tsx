import type { Metadata } from 'next';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { NewSourceDialog } from '@/components/tracking/new-source-dialog';
import { SourceTable } from '@/components/tracking/source-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { loadSources } from '@/lib/tracking/loaders';

export const metadata: Metadata = { title: 'Sources' };

export default async function SourcesPage() {
  const { sources, mayManage } = await loadSources();
  return (
    <>
      <SettingsHeader current="/settings/sources" actions={mayManage ? <NewSourceDialog /> : null} />
      <PageBody tabIndex={0} role="region" aria-label="Sources">
        {sources.length > 0 ? (
          <SettingsSection title="Sources" note="Sites, apps and servers that send what people do">
            <SourceTable sources={sources} mayManage={mayManage} />
          </SettingsSection>
        ) : (
          <EmptyState title="Nothing is connected yet">
            Connect your website or app: with the snippet, or by pointing a Segment client at this address.
            What people do there then changes their scores within a second.
          </EmptyState>
        )}
      </PageBody>
    </>
  );
}
