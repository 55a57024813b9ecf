import type { Metadata } from 'next';
import { InvitationTable } from '@/components/settings/invitation-table';
import { InviteDialog } from '@/components/settings/invite-dialog';
import { PeopleTable } from '@/components/settings/people-table';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { PageBody } from '@/components/ui/page-body';
import { loadPeople } from '@/lib/users/loaders';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const { people, invitations, mayManage, mayPlan, selfId } = await loadPeople();
  return (
    <>
      <SettingsHeader current="/settings/people" actions={mayManage ? <InviteDialog /> : null} />
      <PageBody tabIndex={0} role="region" aria-label="Everyone with an account">
        <SettingsSection
          title="People"
          note={
            mayManage ? 'A role decides what someone sees and may change' : 'Admins invite and change people'
          }
        >
          <PeopleTable people={people} selfId={selfId} mayManage={mayManage} mayPlan={mayPlan} />
        </SettingsSection>
        {invitations.length > 0 ? (
          <SettingsSection title="Open one-time links" note="Each works once, until it expires">
            <InvitationTable invitations={invitations} />
          </SettingsSection>
        ) : null}
      </PageBody>
    </>
  );
}
