import type { Metadata } from 'next';
import { OperationCard } from '@/components/api/operation-card';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { DownloadLink } from '@/components/ui/download-link';
import { InlineCode } from '@/components/ui/inline-code';
import { PageBody } from '@/components/ui/page-body';
import { loadApiPage } from '@/lib/api/loaders';

export const metadata: Metadata = { title: 'API' };

export default async function ApiPage() {
  const { introduction, groups } = await loadApiPage();
  return (
    <>
      <SettingsHeader
        current="/settings/api"
        actions={<DownloadLink href="/api/v1/openapi.json">OpenAPI</DownloadLink>}
      />
      <PageBody tabIndex={0} role="region" aria-label="The API">
        <SettingsSection title="The API" note="For programs that read and write here">
          <dl className="grid gap-x-6 gap-y-3 px-4 max-md:px-3 md:grid-cols-2 xl:grid-cols-3">
            {introduction.map(({ title, text }) => (
              <div key={title}>
                <dt className="text-xs font-medium">{title}</dt>
                <dd className="text-xs/5 text-soft">
                  <InlineCode text={text} />
                </dd>
              </div>
            ))}
          </dl>
        </SettingsSection>
        {groups.map(({ tag, operations }) => (
          <SettingsSection key={tag} title={tag}>
            <div className="border-t border-line">
              {operations.map((operation) => (
                <OperationCard key={operation.id} operation={operation} />
              ))}
            </div>
          </SettingsSection>
        ))}
      </PageBody>
    </>
  );
}
