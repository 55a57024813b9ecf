import { buildAddress } from '@/lib/leads/address';
import type { QueueSearch } from './schema';

/** The queue's address with some of what it is asked for changed; a change of tab or filter begins at the first page. */
export function toQueueAddress(search: QueueSearch, change: Partial<QueueSearch>): string {
  const moves = Object.keys(change).some((key) => key !== 'lead' && key !== 'after' && key !== 'before');
  const start = moves ? { after: undefined, before: undefined } : {};
  const { tab, tier, source, country, owner, q, after, before, lead } = { ...search, ...start, ...change };
  const shown = tab === 'mine' ? undefined : tab;
  return buildAddress('/queue', { tab: shown, tier, source, country, owner, q, after, before, lead });
}
