import { describe, expect, it } from 'vitest';
import { readReturnPath } from './return-path';

describe('readReturnPath', () => {
  it.each(['/queue', '/leads/1?tab=a#b', '/reports?from=2026-01'])(
    'keeps a path of this site: %s',
    (path) => {
      expect(readReturnPath(path, '/home')).toBe(path);
    },
  );

  it.each([
    'https://evil.example/x',
    '//evil.example',
    '/\\evil.example',
    '/a\\..\\b',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    'queue',
    '',
    undefined,
    ['/queue'],
  ])('refuses %j', (value) => {
    expect(readReturnPath(value, '/home')).toBe('/home');
  });
});
