import { describe, expect, it } from 'vitest';
import { filterScreens, searchResultsSchema } from './search-results';

const SCREENS = [{ label: 'Queue' }, { label: 'Reports' }, { label: 'Imports' }];

describe('filterScreens', () => {
  it('finds a screen by any part of its name', () => {
    expect(filterScreens(SCREENS, ' PORT').map((screen) => screen.label)).toEqual(['Reports', 'Imports']);
    expect(filterScreens(SCREENS, '')).toHaveLength(3);
  });
});

describe('searchResultsSchema', () => {
  it('takes leads without company or tier, and refuses another shape', () => {
    const answer = { leads: [{ id: '1', name: 'Jana Petrov' }], companies: [] };
    expect(searchResultsSchema.safeParse(answer).success).toBe(true);
    expect(searchResultsSchema.safeParse({ leads: 'none' }).success).toBe(false);
  });
});
