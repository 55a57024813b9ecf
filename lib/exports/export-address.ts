import type { ExportFormat, ExportList } from './constants';

/** Where the file of a list is fetched: with the filters of its screen's address, and all of its pages. */
export function toExportAddress(list: ExportList, screen: string, format: ExportFormat = 'plain'): string {
  const query = new URLSearchParams(screen.split('?')[1] ?? '');
  for (const place of ['after', 'before', 'lead']) query.delete(place);
  if (format !== 'plain') query.set('format', format);
  const text = query.toString();
  return text === '' ? `/api/exports/${list}` : `/api/exports/${list}?${text}`;
}
