import type { Metadata } from 'next';
import { AttributeTable } from '@/components/settings/attribute-table';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { PageBody } from '@/components/ui/page-body';
import { loadAttributes } from '@/lib/settings/loaders';

export const metadata: Metadata = { title: 'Attributes' };

export default async function AttributesPage() {
  const { leadAttributes, companyAttributes } = await loadAttributes();
  return (
    <>
      <SettingsHeader current="/settings/attributes" />
      <PageBody tabIndex={0} role="region" aria-label="Attributes">
        <SettingsSection title="Attributes of leads" note="What a condition of fit may ask about a person">
          <AttributeTable caption="Attributes of leads" attributes={leadAttributes} />
        </SettingsSection>
        <SettingsSection
          title="Attributes of companies"
          note="What a condition of fit may ask about their company"
        >
          <AttributeTable
            caption="Attributes of companies"
            attributes={companyAttributes}
            prefix="company."
          />
        </SettingsSection>
      </PageBody>
    </>
  );
}
