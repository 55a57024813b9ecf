import Link from 'next/link';
import { BASIS_WORDS } from '@/components/duplicates/basis-words';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSearch } from '@/components/ui/filter-search';
import { FilterBar, PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { TwoLines } from '@/components/ui/table';
import type { MergeView } from '@/lib/leads/loaders';
import { MergeForm } from './merge-form';

/** Merges a lead with another one: first whom, then which values. */
export function MergeScreen({ view }: { view: MergeView }) {
  const { lead, comparison } = view;
  return (
    <>
      <PageHeader
        title="Merge"
        crumbs={[
          { href: '/leads', label: 'Leads' },
          { href: `/leads/${lead.id}`, label: lead.name },
        ]}
        withoutSearch
      />
      {comparison ? (
        <PageBody padded>
          <MergeForm key={lead.id} lead={lead} comparison={comparison} />
        </PageBody>
      ) : (
        <PageBody>
          <ChooseOther view={view} />
        </PageBody>
      )}
    </>
  );
}

function ChooseOther({ view }: { view: MergeView }) {
  const { lead, q, duplicates, candidates } = view;
  const path = `/leads/${lead.id}/merge`;
  const rows = [
    ...duplicates.map(({ id, name, email, company, basis }) => ({
      id,
      name,
      words: [email, company, BASIS_WORDS[basis]],
    })),
    ...candidates.map(({ id, name, title, company }) => ({ id, name, words: [title, company?.name] })),
  ];
  return (
    <>
      <FilterBar>
        <FilterSearch label="Name, address or company" value={q} action={path} name="q" />
        <span className="text-xs text-soft">Who is the same person as {lead.name}?</span>
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={q ? 'Nobody is called so' : 'Look for the other lead'}>
          Type the beginning of a name, an e-mail address or a company.
        </EmptyState>
      ) : (
        <ul>
          {rows.map(({ id, name, words }) => (
            <li key={id} className="border-b border-line">
              <Link href={`${path}?with=${id}`} className="block px-4 py-2 hover:bg-sunk max-md:px-3">
                <TwoLines primary={name} secondary={words.filter(Boolean).join(' · ')} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
