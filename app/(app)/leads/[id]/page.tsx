import type { Metadata } from 'next';
import { FlagsProvider } from '@/components/flags/flags-provider';
import { LeadScreen } from '@/components/leads/lead-screen';
import { loadTimeline } from '@/lib/activities/loaders';
import { loadFlags } from '@/lib/flags/loaders';
import type { SearchParams } from '@/lib/leads/address';
import { loadLead } from '@/lib/leads/loaders';
import { loadQueuePlace } from '@/lib/queue/loaders';

export const metadata: Metadata = { title: 'Lead' };

interface LeadPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

/** One lead, with everything that is known and why it scores as it does. */
export default async function LeadPage({ params, searchParams }: LeadPageProps) {
  const view = await loadLead((await params).id);
  const [timeline, place, flags] = await Promise.all([
    loadTimeline(view.lead, await searchParams),
    loadQueuePlace(view.lead.id),
    loadFlags(`/leads/${view.lead.id}`),
  ]);
  return (
    <FlagsProvider key={view.lead.id} view={flags} leadId={view.lead.id}>
      <LeadScreen view={view} timeline={timeline} place={place} now={view.asOf} />
    </FlagsProvider>
  );
}
