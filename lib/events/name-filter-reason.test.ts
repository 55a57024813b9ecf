import { describe, expect, it } from 'vitest';
import { FILTER_WORDS } from './constants';
import { nameFilterReason } from './name-filter-reason';

describe('nameFilterReason', () => {
  it('has words for every reason, with its threshold', () => {
    for (const reason of Object.keys(FILTER_WORDS)) expect(nameFilterReason(reason).because).not.toBe(reason);
    expect(nameFilterReason('prefetch').because).toBe('opened within 3 s of sending');
  });

  it('takes a reason that another program wrote as it stands', () => {
    expect(nameFilterReason('toString')).toEqual({ label: 'toString', because: 'toString' });
  });
});
