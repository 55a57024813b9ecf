import { formatNumber } from '@/components/ui/format';
import { formatInstant } from '@/components/ui/format-time';
import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import type { FieldType } from '@/lib/imports/types';

const DAY_MS = 86_400_000;
const EVENT_LABELS = new Map(STANDARD_EVENT_TYPES.map(({ key, label }) => [key, label]));

/** A value that would be stored, as the screens show its like: days as days, figures grouped, events by their name. */
export function showValue(type: FieldType | null, value: string): string {
  if (type === 'instant' || type === 'date') return showInstant(value);
  if (type === 'amount' || type === 'number') return showNumber(value);
  return type === 'event' ? (EVENT_LABELS.get(value) ?? value) : value;
}

function showNumber(value: string): string {
  return value === '' || Number.isNaN(Number(value)) ? value : formatNumber(Number(value), 2);
}

/** An instant at midnight UTC was a bare day in the file. */
function showInstant(value: string): string {
  const at = Date.parse(value);
  if (Number.isNaN(at)) return value;
  const day = formatInstant(at, 'long', 'UTC');
  return at % DAY_MS === 0 ? day : `${day}, ${formatInstant(at, 'time', 'UTC')}`;
}
