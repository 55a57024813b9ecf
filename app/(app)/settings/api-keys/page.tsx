import type { Metadata } from 'next';
import { ApiKeyTable } from '@/components/settings/api-key-table';
import { NewKeyDialog } from '@/components/settings/new-key-dialog';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { loadApiKeys } from '@/lib/api-keys/loaders';

export const metadata: Metadata = { title: 'API keys' };

export default async function ApiKeysPage() {
  const { keys, mayManage } = await loadApiKeys();
  return (
    <>
      <SettingsHeader current="/settings/api-keys" actions={mayManage ? <NewKeyDialog /> : null} />
      <PageBody tabIndex={0} role="region" aria-label="API keys">
        {keys.length > 0 ? (
          <SettingsSection
            title="API keys"
            note={
              mayManage
                ? 'Programs use them in place of a person; each may do what it names'
                : 'Admins make and revoke keys'
            }
          >
            <ApiKeyTable keys={keys} mayManage={mayManage} />
          </SettingsSection>
        ) : (
          <EmptyState title="No keys yet">
            {mayManage
              ? 'A program needs one to read or write here. Make one for each, so that it can be revoked alone.'
              : 'Programs need one to read or write here. Admins make them.'}
          </EmptyState>
        )}
      </PageBody>
    </>
  );
}
