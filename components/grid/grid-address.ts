import { filterValues, type GridFilter } from '@/lib/grid/schema';
import type { Selection } from '@/lib/grid/types';
import { buildAddress, type AddressValue } from '@/lib/leads/address';

/** The grid with its filters, and with what is chosen in it. */
export function gridAddress(filter: GridFilter, selection: Selection | null = null): string {
  return buildAddress('/grid', { ...filterValues(filter), ...selectionValues(selection) });
}

/** The list of the leads that are chosen, by score. */
export function leadsAddress(filter: GridFilter, selection: Selection): string {
  return buildAddress('/leads', { ...filterValues(filter), ...selectionValues(selection), sort: 'score' });
}

function selectionValues(selection: Selection | null): Record<string, AddressValue> {
  if (!selection) return {};
  if (selection.kind === 'move') return { moved: selection.move };
  return selection.kind === 'quadrant'
    ? { quadrant: selection.quadrant }
    : { fit: selection.fit, intent: selection.intent };
}
