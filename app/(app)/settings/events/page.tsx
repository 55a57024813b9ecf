import type { Metadata } from 'next';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { EventTypeTable } from '@/components/tracking/event-type-table';
import { UnknownTable } from '@/components/tracking/unknown-table';
import { PageBody } from '@/components/ui/page-body';
import { loadEvents } from '@/lib/tracking/loaders';

export const metadata: Metadata = { title: 'Events' };

export default async function EventsPage() {
  const { types, unknown, mayMap } = await loadEvents();
  return (
    <>
      <SettingsHeader current="/settings/events" />
      <PageBody tabIndex={0} role="region" aria-label="Events">
        {unknown.length > 0 ? (
          <SettingsSection
            title="Names that fit no type"
            note="Their events are kept and shown, but count for nothing until you say what they are"
          >
            <UnknownTable unknown={unknown} types={types} mayMap={mayMap} />
          </SettingsSection>
        ) : null}
        <SettingsSection title="Event types" note="What criteria of intent count">
          <EventTypeTable eventTypes={types} />
        </SettingsSection>
      </PageBody>
    </>
  );
}
