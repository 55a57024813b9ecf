import type { Metadata } from 'next';
import { StepsReminder } from '@/components/first-steps/steps-reminder';
import { LeadPanel } from '@/components/queue/lead-panel';
import { QueueScreen } from '@/components/queue/queue-screen';
import { loadRecentTimeline } from '@/lib/activities/loaders';
import { loadStepsLeft } from '@/lib/first-steps/loaders';
import type { SearchParams } from '@/lib/leads/address';
import { loadLeadPanel } from '@/lib/leads/loaders';
import { loadQueue } from '@/lib/queue/loaders';

export const metadata: Metadata = { title: 'Queue' };

/** The rep's home: leads in their order, one of them open beside the list. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await loadQueue(await searchParams);
  const lead = view.search.lead ? await loadLeadPanel(view.search.lead, view.address) : null;
  const timeline = lead ? await loadRecentTimeline(lead.lead) : [];
  return (
    <>
      <StepsReminder {...await loadStepsLeft()} />
      <QueueScreen
        view={view}
        panel={view.search.lead ? <LeadPanel view={lead} timeline={timeline} /> : null}
      />
    </>
  );
}
