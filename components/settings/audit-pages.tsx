import { PaginationLinks } from '@/components/ui/pagination-links';
import type { AuditPage } from '@/lib/audit/loaders';

/** Links to the newer and older entries, keeping the filter. */
export function AuditPages({ action, newer, older }: Pick<AuditPage, 'action' | 'newer' | 'older'>) {
  const href = (key: 'before' | 'after', value: string | undefined) =>
    value === undefined
      ? undefined
      : `/settings/audit?${new URLSearchParams({ ...(action ? { action } : {}), [key]: value }).toString()}`;
  return (
    <PaginationLinks previousHref={href('after', newer)} nextHref={href('before', older)}>
      Newest first
    </PaginationLinks>
  );
}
