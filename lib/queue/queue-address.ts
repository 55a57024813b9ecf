import { buildAddress } from '@/lib/leads/address';
import type { QueueSearch } from './schema';

/** The queue's address with some of what it is asked for changed; a change of tab or filter begins at the first page. */
export function toQueueAddress(search: QueueSearch, change: Partial<QueueSearch>): string {
  const moves = Object.keys(change).some((key) => key !== 'lead' && key !== 'after' && key !== 'before');
  const start = moves ? { after: undefined, before: undefined } : {};
  const { tab, ...rest } = { ...search, ...start, ...change };
  return buildAddress('/queue', { tab: tab === 'mine' ? undefined : tab, ...rest });
}
