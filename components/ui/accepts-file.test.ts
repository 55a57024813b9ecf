import { describe, expect, it } from 'vitest';
import { acceptsFile } from './accepts-file';

describe('acceptsFile', () => {
  it.each([
    ['', 'a.exe', '', true],
    ['.csv', 'Leads.CSV', '', true],
    ['.csv,text/csv', 'leads', 'text/csv', true],
    ['image/*', 'a.png', 'image/png', true],
    ['.csv', 'a.csv.exe', 'text/plain', false],
  ])('accept "%s", %s of type "%s": %s', (accept, name, type, expected) => {
    expect(acceptsFile(accept, { name, type })).toBe(expected);
  });
});
