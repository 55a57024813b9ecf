import type { Metadata } from 'next';
import { MergeScreen } from '@/components/leads/merge-screen';
import type { SearchParams } from '@/lib/leads/address';
import { loadMerge } from '@/lib/leads/loaders';

export const metadata: Metadata = { title: 'Merge' };

interface MergePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

/** A lead and another one that may be the same person, side by side. */
export default async function MergePage({ params, searchParams }: MergePageProps) {
  return <MergeScreen view={await loadMerge((await params).id, await searchParams)} />;
}
