import type { Metadata } from 'next';
import { LeadListScreen } from '@/components/leads/lead-list-screen';
import type { SearchParams } from '@/lib/leads/address';
import { loadLeads } from '@/lib/leads/loaders';

export const metadata: Metadata = { title: 'Leads' };

/** All leads; the grid and the reports lead here with their filters. */
export default async function LeadsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <LeadListScreen view={await loadLeads(await searchParams)} />;
}
