import { describe, expect, it } from 'vitest';
import { mergeAttributes } from './merge-attributes';

describe('mergeAttributes', () => {
  const stored = { title: 'CFO', technologies: ['a'], custom: { plan: 'free' } };

  it('tells what was known and is another value now', () => {
    const merged = mergeAttributes(stored, {
      title: 'CEO',
      city: 'Rome',
      'custom.plan': 'pro',
      'custom.seats': 3,
    });
    expect(merged.attributes).toEqual({
      title: 'CEO',
      city: 'Rome',
      technologies: ['a'],
      custom: { plan: 'pro', seats: 3 },
    });
    expect(merged.changes).toEqual([
      { key: 'title', before: 'CFO', after: 'CEO' },
      { key: 'custom.plan', before: 'free', after: 'pro' },
    ]);
    expect(stored.custom).toEqual({ plan: 'free' });
  });

  it('finds nothing to do in the same values', () => {
    const merged = mergeAttributes(stored, { title: 'CFO', technologies: ['a'], 'custom.plan': 'free' });
    expect(merged).toEqual({ attributes: stored, changed: false, changes: [] });
  });

  it('forgets what is null', () => {
    const merged = mergeAttributes(stored, { title: null, city: null, 'custom.plan': null });
    expect(merged.attributes).toEqual({ technologies: ['a'] });
    expect(merged.changes).toEqual([
      { key: 'title', before: 'CFO', after: null },
      { key: 'custom.plan', before: 'free', after: null },
    ]);
    expect(mergeAttributes(stored, { title: null }, true).changed).toBe(false);
  });

  it('only fills in when asked to', () => {
    const merged = mergeAttributes(stored, { title: 'CEO', city: 'Rome' }, true);
    expect(merged.attributes).toMatchObject({ title: 'CFO', city: 'Rome' });
    expect(merged.changes).toEqual([]);
  });
});
