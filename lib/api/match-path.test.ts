import { describe, expect, it } from 'vitest';
import { matchPath } from './match-path';

const ENTRIES = [
  { path: '/leads', method: 'GET' },
  { path: '/leads', method: 'POST' },
  { path: '/leads/{id}', method: 'GET' },
  { path: '/leads/batch', method: 'POST' },
  { path: '/leads/by-external-id/{source}/{externalId}', method: 'GET' },
];

const find = (path: string) => matchPath(ENTRIES, path).map(({ entry, values }) => [entry.method, values]);

describe('matchPath', () => {
  it('finds all methods of a path', () =>
    expect(find('/leads').map(([method]) => method)).toEqual(['GET', 'POST']));

  it('prefers the path that says it in so many words', () =>
    expect(find('/leads/batch')).toEqual([['POST', {}]]));

  it('decodes values', () =>
    expect(find('/leads/by-external-id/hub%2Fspot/a%20b')).toEqual([
      ['GET', { source: 'hub/spot', externalId: 'a b' }],
    ]));

  it.each(['/', '', '/lead', '/leads/', '/leads/1/2', '/leads/%E0%A4%A'])('finds nothing at "%s"', (path) =>
    expect(find(path)).toEqual([]),
  );
});
