import type { Metadata } from 'next';
import { CompetitorsForm } from '@/components/settings/competitors-form';
import { ListsForm } from '@/components/settings/lists-form';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { PageBody } from '@/components/ui/page-body';
import { loadLists } from '@/lib/settings/loaders';

export const metadata: Metadata = { title: 'Lists' };

export default async function ListsPage() {
  const { competitors, ...lists } = await loadLists();
  return (
    <>
      <SettingsHeader current="/settings/lists" />
      <PageBody>
        <SettingsSection
          title="Kinds of e-mail"
          note="Leadgrid knows many already; add what it does not, one a line"
        >
          <ListsForm {...lists} />
        </SettingsSection>
        {competitors ? (
          <SettingsSection
            title="Competitors"
            note="Whoever writes from one of these domains stays out of the queue, whatever their points"
          >
            <CompetitorsForm
              key={`${competitors.baseId} ${competitors.draftRevision}`}
              competitors={competitors}
              leadCount={lists.leadCount}
              mayEdit={lists.mayEdit}
            />
          </SettingsSection>
        ) : null}
      </PageBody>
    </>
  );
}
