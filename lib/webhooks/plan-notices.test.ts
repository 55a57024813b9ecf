import { describe, expect, it } from 'vitest';
import { planNotices } from './plan-notices';

const NOW = 1_000_000_000;

describe('planNotices', () => {
  it('sends few one by one', () => {
    expect(planNotices(5, [], NOW)).toEqual({ kind: 'each' });
    expect(planNotices(2, [NOW - 1_000, NOW - 30_000, NOW - 59_999], NOW)).toEqual({ kind: 'each' });
  });

  it('gathers many that come at once', () => {
    expect(planNotices(6, [], NOW)).toEqual({ kind: 'gather' });
    expect(planNotices(300, [NOW - 60_000], NOW)).toEqual({ kind: 'gather' });
  });

  it('waits a minute after the last message when there were many already', () => {
    const recent = [50_000, 40_000, 30_000, 20_000, 10_000].map((ago) => NOW - ago);
    expect(planNotices(1, recent, NOW)).toEqual({ kind: 'wait', until: NOW + 50_000 });
    expect(planNotices(1, recent, NOW + 50_000)).toEqual({ kind: 'each' });
    expect(planNotices(9, recent, NOW + 50_000)).toEqual({ kind: 'gather' });
  });
});
