import type { Metadata } from 'next';
import { CalmForm } from '@/components/settings/calm-form';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { EndpointDialog } from '@/components/webhooks/endpoint-dialog';
import { EndpointTable } from '@/components/webhooks/endpoint-table';
import { GivenUpBanner } from '@/components/webhooks/given-up-banner';
import { MailForm } from '@/components/webhooks/mail-form';
import { loadNotifications } from '@/lib/webhooks/loaders';

export const metadata: Metadata = { title: 'Notifications' };

export default async function NotificationsPage() {
  const { channels, choices, mail, calm, mayManage, mayAllow } = await loadNotifications();
  const add = mayManage ? (
    <>
      <EndpointDialog kind="slack" choices={choices} label="Add Slack" />
      <EndpointDialog kind="email" choices={choices} label="Add e-mail" />
    </>
  ) : null;
  return (
    <>
      <SettingsHeader current="/settings/notifications" actions={channels.length > 0 ? add : null} />
      <PageBody tabIndex={0} role="region" aria-label="Notifications">
        <GivenUpBanner endpoints={channels} />
        {channels.length > 0 ? (
          <SettingsSection title="A new lead to route" note="Once a lead; again only when it is news again">
            <EndpointTable caption="Channels" endpoints={channels} />
          </SettingsSection>
        ) : (
          <EmptyState title="Nobody is told of a new A yet" actions={add}>
            A Slack channel or people by e-mail are told of each lead that comes into a routed tier; of many
            at once in one message.
          </EmptyState>
        )}
        <SettingsSection
          title="Calm"
          note="So that a lead around a threshold is not announced again and again"
        >
          <CalmForm {...calm} mayEdit={mayManage} />
        </SettingsSection>
        <SettingsSection title="Mail server" note="Through which e-mail is sent">
          <MailForm key={mail?.from ?? ''} mail={mail} mayEdit={mayAllow} />
        </SettingsSection>
      </PageBody>
    </>
  );
}
