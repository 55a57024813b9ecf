import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formatSize, KIND_WORDS } from '@/components/imports/import-words';
import { ImportView } from '@/components/imports/import-view';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { loadImport } from '@/lib/imports/loaders';

export const metadata: Metadata = { title: 'Import' };

interface ImportPageProps {
  params: Promise<{ id: string }>;
}

export default async function ImportPage({ params }: ImportPageProps) {
  const found = await loadImport((await params).id);
  if (!found) notFound();
  const { entry, size } = found;
  return (
    <>
      <PageHeader
        title={entry.fileName}
        crumbs={[{ href: '/imports', label: 'Imports' }]}
        meta={
          <>
            <span>{KIND_WORDS[entry.kind]}</span>
            {size === null ? null : <span>{formatSize(size)}</span>}
            <span>
              <RelativeTime at={entry.createdAt} /> by {entry.userName ?? 'the command line'}
            </span>
          </>
        }
      />
      <PageBody padded>
        <ImportView {...found} />
      </PageBody>
    </>
  );
}
