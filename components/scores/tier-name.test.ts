import { describe, expect, it } from 'vitest';
import { shortenTier } from './tier-name';

describe('shortenTier', () => {
  it('leaves short names, and takes initials or a beginning of long ones', () => {
    expect(['A', 'A+', 'Hot', 'Warm', 'Worth a look', 'Not for us at all'].map(shortenTier)).toEqual([
      'A',
      'A+',
      'Hot',
      'War',
      'Wal',
      'Nfu',
    ]);
  });
});
