import type { Metadata } from 'next';
import { AuditFilter } from '@/components/settings/audit-filter';
import { AuditPages } from '@/components/settings/audit-pages';
import { AuditTable } from '@/components/settings/audit-table';
import { SettingsHeader } from '@/components/settings/settings-header';
import { DownloadLink } from '@/components/ui/download-link';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar, PageBody } from '@/components/ui/page-body';
import { toExportAddress } from '@/lib/exports/export-address';
import { buildAddress } from '@/lib/leads/address';
import { loadAudit } from '@/lib/audit/loaders';

export const metadata: Metadata = { title: 'Audit log' };

interface AuditLogPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AuditLogPage({ searchParams }: AuditLogPageProps) {
  const page = await loadAudit(await searchParams);
  const address = buildAddress('/settings/audit', { action: page.action });
  return (
    <>
      <SettingsHeader
        current="/settings/audit"
        actions={<DownloadLink href={toExportAddress('audit', address)}>Download CSV</DownloadLink>}
      />
      <FilterBar>
        <AuditFilter action={page.action ?? ''} actions={page.actions} />
      </FilterBar>
      <PageBody tabIndex={0} role="region" aria-label="Audit log">
        {page.entries.length > 0 ? (
          <>
            <AuditTable entries={page.entries} />
            <AuditPages action={page.action} newer={page.newer} older={page.older} />
          </>
        ) : (
          <EmptyState title="Nothing logged here">
            What people change (the rubric, roles, imports, lists) is written down here as it happens.
          </EmptyState>
        )}
      </PageBody>
    </>
  );
}
