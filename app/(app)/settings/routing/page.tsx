import type { Metadata } from 'next';
import { RoutingForm } from '@/components/routing/routing-form';
import { SettingsHeader } from '@/components/settings/settings-header';
import { PageBody } from '@/components/ui/page-body';
import { loadRouting } from '@/lib/routing/loaders';

export const metadata: Metadata = { title: 'Routing' };

export default async function RoutingPage() {
  const routing = await loadRouting();
  return (
    <>
      <SettingsHeader current="/settings/routing" />
      <PageBody>
        <RoutingForm {...routing} />
      </PageBody>
    </>
  );
}
