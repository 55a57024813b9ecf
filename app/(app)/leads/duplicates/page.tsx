import type { Metadata } from 'next';
import { DuplicatesScreen } from '@/components/duplicates/duplicates-screen';
import { loadDuplicates } from '@/lib/duplicates/loaders';
import type { SearchParams } from '@/lib/leads/address';

export const metadata: Metadata = { title: 'Duplicates' };

/** Leads that may be one person, pair by pair. */
export default async function DuplicatesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <DuplicatesScreen view={await loadDuplicates(await searchParams)} />;
}
