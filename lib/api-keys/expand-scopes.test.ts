import { describe, expect, it } from 'vitest';
import { SCOPE_NAMES } from './constants';
import { expandScopes } from './expand-scopes';

describe('expandScopes', () => {
  it('takes scopes one by one and with commas, each once', () => {
    expect(expandScopes(['leads:read', 'leads:read, deals:read', ''])).toEqual(['leads:read', 'deals:read']);
  });

  it('knows read, write and all', () => {
    expect(expandScopes(['read']).every((scope) => scope.endsWith(':read'))).toBe(true);
    expect(expandScopes(['write'])).not.toContain('leads:erase');
    expect(expandScopes(['all'])).toEqual(SCOPE_NAMES);
  });

  it('leaves what it does not know for the schema to refuse', () => {
    expect(expandScopes(['everything'])).toEqual(['everything']);
  });
});
