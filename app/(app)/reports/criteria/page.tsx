import type { Metadata } from 'next';
import { ProposalCard } from '@/components/learning/proposal-card';
import { CriteriaCard } from '@/components/reports/criteria-card';
import { ReportBar } from '@/components/reports/report-bar';
import { listReportTabs } from '@/components/reports/report-tabs';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import type { SearchParams } from '@/lib/leads/address';
import { loadCriteria } from '@/lib/reports/loaders';

export const metadata: Metadata = { title: 'Criteria, rule by rule' };

interface CriteriaPageProps {
  searchParams: Promise<SearchParams>;
}

export default async function CriteriaPage({ searchParams }: CriteriaPageProps) {
  const { view, criteria, proposed } = await loadCriteria(await searchParams);
  return (
    <>
      <PageHeader title="Reports" tabs={listReportTabs('/reports/criteria', view.period)} />
      <PageBody padded>
        {criteria && criteria.closed > 0 ? (
          <div className="flex flex-col gap-3">
            <ReportBar view={view} />
            <CriteriaCard criteria={criteria} period={view.period} version={view.version} />
            <ProposalCard proposed={proposed} />
          </div>
        ) : (
          <EmptyState title="No closed deals to judge criteria by">
            {view.unscored > 0
              ? 'Deals are just being scored as of their first engagement. Look again in a minute.'
              : 'Criteria are judged by deals that were won or lost and had time to close.'}
          </EmptyState>
        )}
      </PageBody>
    </>
  );
}
