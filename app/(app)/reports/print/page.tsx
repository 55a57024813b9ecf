import type { Metadata } from 'next';
import { ProposalCard } from '@/components/learning/proposal-card';
import { CriteriaCard } from '@/components/reports/criteria-card';
import { DriftView } from '@/components/reports/drift-view';
import { LookLine } from '@/components/reports/look-line';
import { PrintButton } from '@/components/reports/print-button';
import { reportAddress } from '@/components/reports/report-address';
import { ReportView } from '@/components/reports/report-view';
import { formatPeriod, saySegment } from '@/components/reports/report-words';
import { UseView } from '@/components/reports/use-view';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import type { SearchParams } from '@/lib/leads/address';
import { loadCriteria, loadDrift, loadReport, loadReview, loadUse } from '@/lib/reports/loaders';

export const metadata: Metadata = { title: 'Reports to print' };

interface PrintPageProps {
  searchParams: Promise<SearchParams>;
}

const PART = 'break-before-page break-after-avoid pt-6 pb-2 text-[15px] font-semibold print:pt-0';

/** As wide as the paper within its margins, so that charts are drawn at the size at which they are printed. */
const PAPER = 'mx-auto w-full max-w-[calc(186mm-1.5rem)]';

export default async function PrintPage({ searchParams }: PrintPageProps) {
  const params = await searchParams;
  const [work, review, use, { criteria, proposed }, moved] = await Promise.all([
    loadReport(params),
    loadReview(),
    loadUse(params),
    loadCriteria(params),
    loadDrift(params),
  ]);
  const { period, version } = work.view;
  return (
    <>
      <PageHeader
        title={`Reports, ${formatPeriod(period)}${period.segment ? `, ${saySegment(period.segment)}` : ''}`}
        crumbs={[{ href: reportAddress('/reports', period), label: 'Reports' }]}
        actions={<PrintButton />}
        withoutSearch
      />
      <PageBody padded>
        <div className={PAPER}>
          <ReportView
            report={work.report}
            outcomes={work.outcomes}
            view={work.view}
            look={<LookLine review={review} period={period} />}
          />
          <h2 className={PART}>Is it used</h2>
          <UseView use={use} />
          {criteria ? (
            <>
              <h2 className={PART}>Criteria</h2>
              <CriteriaCard criteria={criteria} period={period} version={version} />
              <ProposalCard proposed={proposed} />
            </>
          ) : null}
          <h2 className={PART}>Drift and review</h2>
          <DriftView moved={moved} />
        </div>
      </PageBody>
    </>
  );
}
