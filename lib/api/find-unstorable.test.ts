import { describe, expect, it } from 'vitest';
import { findUnstorable } from './find-unstorable';

describe('findUnstorable', () => {
  it('lets ordinary documents pass', () => {
    expect(findUnstorable({ a: ['ü', 1, null, { b: '😀' }] })).toBeNull();
  });

  it('finds U+0000 and half characters, in values and keys', () => {
    expect(findUnstorable({ a: ['x', 'y\0'] })?.path).toEqual(['a', 1]);
    expect(findUnstorable({ a: '\ud800' })?.message).toContain('half a character');
    expect(findUnstorable({ a: { 'b\0': 1 } })?.path).toEqual(['a']);
  });

  it('refuses what is nested too deep', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`);
    expect(findUnstorable(deep)?.message).toContain('deeper');
  });
});
