import { expect, it } from 'vitest';
import { toExportAddress } from './export-address';

it('keeps the filters, and leaves out where the page stood', () => {
  expect(toExportAddress('leads', '/leads?tier=A,B&after=0.1.x.50&sort=score')).toBe(
    '/api/exports/leads?tier=A%2CB&sort=score',
  );
  expect(toExportAddress('leads', '/leads', 'hubspot')).toBe('/api/exports/leads?format=hubspot');
  expect(toExportAddress('queue', '/queue?tab=free&lead=1')).toBe('/api/exports/queue?tab=free');
});
