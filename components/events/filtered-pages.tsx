import { PaginationLinks } from '@/components/ui/pagination-links';
import type { FilteredView } from '@/lib/events/loaders';

/** Links to the newer and older events, keeping the reason. */
export function FilteredPages({ reason, newer, older }: Pick<FilteredView, 'reason' | 'newer' | 'older'>) {
  const href = (key: 'before' | 'after', value: string | undefined) =>
    value === undefined
      ? undefined
      : `/settings/filtered?${new URLSearchParams({ ...(reason ? { reason } : {}), [key]: value }).toString()}`;
  return (
    <PaginationLinks previousHref={href('after', newer)} nextHref={href('before', older)}>
      Newest first
    </PaginationLinks>
  );
}
