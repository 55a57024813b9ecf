'use client';

import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { toExportAddress } from '@/lib/exports/export-address';

/** Fetches the whole list as a file, or its scores for a CRM's import. */
export function ExportMenu({ address }: { address: string }) {
  const fetchFile = (format: 'plain' | 'hubspot' | 'salesforce') => () =>
    window.location.assign(toExportAddress('leads', address, format));
  return (
    <DropdownMenu
      trigger={<Button>Download</Button>}
      heading="All pages of this list"
      items={[
        { label: 'CSV', onSelect: fetchFile('plain') },
        { label: 'Scores for HubSpot', onSelect: fetchFile('hubspot'), separated: true },
        { label: 'Scores for Salesforce', onSelect: fetchFile('salesforce') },
      ]}
    />
  );
}
