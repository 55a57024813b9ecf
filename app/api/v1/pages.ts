import { z } from 'zod';
import { openCursor, sealCursor } from '@/lib/api/page-cursor';
import { AppError } from '@/lib/server/errors';

/**
 * The place in a list that a cursor means; undefined without one.
 *
 * @throws AppError `invalid` when the cursor is not one of this list.
 */
export function openPlace<T>(
  list: string,
  cursor: string | undefined,
  read: (place: string) => T | undefined,
): T | undefined {
  if (cursor === undefined) return undefined;
  const place = openCursor(list, cursor);
  const found = place === undefined ? undefined : read(place);
  if (found !== undefined) return found;
  const message =
    'Not a cursor of this list; take `next` of the page before, with the same filters and order';
  throw new AppError('invalid', `cursor: ${message}`, [{ path: 'cursor', message }]);
}

/** A place that is an id alone. */
export const readIdPlace = (place: string): string | undefined => z.uuid().safeParse(place).data;

/** A page cut out of one row more than it holds, with the cursor of the next. */
export function cutPage<T>(list: string, rows: readonly T[], size: number, placeOf: (row: T) => string) {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, next: rows.length > size && last ? sealCursor(list, placeOf(last)) : null };
}
