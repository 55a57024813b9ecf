import { describe, expect, it } from 'vitest';
import { compareTiers } from './compare-tiers';

const ABC = ['A', 'B', 'C'];

describe('compareTiers', () => {
  it('knows a tier by its name, wherever it stands', () => {
    const four = ['A', 'B', 'D', 'C'];
    expect(compareTiers(ABC, 0, four, 0)).toBe(0);
    expect(compareTiers(ABC, 1, four, 2)).toBe(-1);
    expect(compareTiers(ABC, 2, four, 2)).toBe(1);
    expect(compareTiers(four, 2, ABC, 1)).toBe(1);
    expect(compareTiers(four, 2, ABC, 2)).toBe(-1);
  });

  it('takes a new name in the same place for the same tier', () => {
    expect(compareTiers(ABC, 0, ['Hot', 'B', 'C'], 0)).toBe(0);
    expect(compareTiers(ABC, 0, ['Hot', 'B', 'D', 'C'], 2)).toBe(-2);
    expect(compareTiers(ABC, 2, ['A'], 0)).toBe(2);
    expect(compareTiers(['A', 'B'], 1, ['B', 'A', 'C'], 2)).toBe(-2);
  });
});
