import type { Metadata } from 'next';
import { ListsForm } from '@/components/settings/lists-form';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { PageBody } from '@/components/ui/page-body';
import { loadLists } from '@/lib/settings/loaders';

export const metadata: Metadata = { title: 'Lists' };

export default async function ListsPage() {
  const lists = await loadLists();
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
      </PageBody>
    </>
  );
}
