import type { Metadata } from 'next';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { EndpointDialog } from '@/components/webhooks/endpoint-dialog';
import { EndpointTable } from '@/components/webhooks/endpoint-table';
import { GivenUpBanner } from '@/components/webhooks/given-up-banner';
import { NetworkSwitch } from '@/components/webhooks/network-switch';
import { loadWebhooks } from '@/lib/webhooks/loaders';

export const metadata: Metadata = { title: 'Webhooks' };

export default async function WebhooksPage() {
  const { endpoints, choices, network, mayManage, mayAllow } = await loadWebhooks();
  const add = mayManage ? (
    <EndpointDialog kind="webhook" choices={choices} variant="primary" label="Add a webhook" />
  ) : null;
  return (
    <>
      <SettingsHeader current="/settings/webhooks" actions={endpoints.length > 0 ? add : null} />
      <PageBody tabIndex={0} role="region" aria-label="Webhooks">
        <GivenUpBanner endpoints={endpoints} />
        {endpoints.length > 0 ? (
          <SettingsSection title="Webhooks" note="Other tools are told what happens to leads, as it happens">
            <EndpointTable caption="Webhooks" endpoints={endpoints} />
          </SettingsSection>
        ) : (
          <EmptyState title="No webhooks yet" actions={add}>
            A webhook tells another tool that a lead came into a tier, was assigned, qualified or turned down,
            or that a deal closed: signed, and tried again for days.
          </EmptyState>
        )}
        <SettingsSection title="Private addresses">
          <NetworkSwitch allowed={network.allowPrivateAddresses} fixed={network.fixed} mayAllow={mayAllow} />
        </SettingsSection>
      </PageBody>
    </>
  );
}
