import type { Metadata } from 'next';
import { DraftsCard } from '@/components/imports/drafts-card';
import { ImportProgress } from '@/components/imports/import-progress';
import { ImportTable } from '@/components/imports/import-table';
import { isUnderWay } from '@/components/imports/import-words';
import { UploadCard } from '@/components/imports/upload-card';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { loadImports } from '@/lib/imports/loaders';

export const metadata: Metadata = { title: 'Imports' };

export default async function ImportsPage() {
  const { imports, drafts, mayImport } = await loadImports();
  const listed = imports.filter(({ stage }) => stage !== 'draft' || !mayImport);
  const running = imports.filter(({ stage }) => isUnderWay(stage));
  return (
    <>
      <PageHeader title="Imports" />
      <PageBody padded>
        <div className="flex flex-col gap-3">
          {mayImport ? <UploadCard /> : null}
          {mayImport && drafts.length > 0 ? <DraftsCard drafts={drafts} /> : null}
          {running.length > 0 ? (
            <Card>
              <CardHeader title="Running" />
              <CardBody className="flex flex-col gap-4">
                {running.map((entry) => (
                  <ImportProgress key={entry.id} entry={entry} brief />
                ))}
              </CardBody>
            </Card>
          ) : null}
          {listed.length > 0 ? (
            <Card>
              <CardHeader title="All imports" note="newest first" />
              <CardBody flush>
                <ImportTable imports={listed} />
              </CardBody>
            </Card>
          ) : drafts.length > 0 ? null : (
            <EmptyState title="Nothing imported yet">
              {mayImport
                ? 'Export companies, contacts, activities and deals from your CRM as CSV or XLSX and drop the files above, all at once.'
                : 'Ops or an admin can import the export of a CRM here.'}
            </EmptyState>
          )}
        </div>
      </PageBody>
    </>
  );
}
