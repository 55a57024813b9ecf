import type { Metadata } from 'next';
import { CompetitorsForm } from '@/components/settings/competitors-form';
import { ListsForm } from '@/components/settings/lists-form';
import { ReasonsForm } from '@/components/settings/reasons-form';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { PageBody } from '@/components/ui/page-body';
import { loadReasons } from '@/lib/reasons/loaders';
import { loadLists } from '@/lib/settings/loaders';

export const metadata: Metadata = { title: 'Lists' };

export default async function ListsPage() {
  const [{ competitors, ...lists }, reasons] = await Promise.all([loadLists(), loadReasons()]);
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
        <SettingsSection
          title="Reasons"
          note="Why reps give leads up, one a line, in the order of the figures that pick them"
        >
          <ReasonsForm {...reasons} />
        </SettingsSection>
      </PageBody>
    </>
  );
}
