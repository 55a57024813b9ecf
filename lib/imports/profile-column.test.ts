import { describe, expect, it } from 'vitest';
import { addToProfile, findStyle, inferType, startProfile } from './profile-column';

function profile(cells: readonly string[]) {
  const made = startProfile();
  for (const cell of cells) addToProfile(made, cell);
  return made;
}

describe('inferType', () => {
  it.each([
    ['number', ['1', '', '2.5', 'N/A', '-3']],
    ['number', ['1.234,5', '7']],
    ['number', ['$1,200', '15']],
    ['text', ['007', '12']],
    ['text', ['+49 30 1234', '030 1234']],
    ['text', ['1.5', '1,5']],
    ['text', ['1', 'one']],
    ['text', ['4111111111111111']],
    ['boolean', ['yes', 'No', '']],
    ['boolean', ['TRUE', 'false']],
    ['text', ['yes', 'maybe']],
    ['date', ['2024-01-02', '2024-01-03 10:00']],
    ['date', ['31/12/2024', '01/02/2024']],
    ['text', ['01/02/2024', '03/04/2024']],
    ['text', ['31/12/2024', '12/31/2024']],
    ['text', ['2024-01-02', 'soon']],
    ['list', ['a;b', 'c', 'a;d;e']],
    ['list', ['red|green', 'blue']],
    ['text', ['one', 'two', 'three', 'four', 'five; six']],
    ['text', [`${'a long sentence, and more of it, '.repeat(3)}; and so on`, 'x; y']],
    ['text', ['', 'null', '-']],
  ])('%s: %j', (type, cells) => expect(inferType(profile(cells))).toBe(type));
});

describe('findStyle', () => {
  it('tells how the column writes numbers, dates and lists', () => {
    expect(findStyle(profile(['12,5', '1.000'])).numbers).toBe('european');
    expect(findStyle(profile(['1.000'])).numbers).toBe('english');
    expect(findStyle(profile(['03/04/2024', '25/04/2024'])).dates).toBe('dmy');
    expect(findStyle(profile(['03/04/2024', '04/25/2024'])).dates).toBe('mdy');
    expect(findStyle(profile(['03/04/2024'])).dates).toBeNull();
    expect(findStyle(profile(['a|b', 'c'])).separator).toBe('|');
  });
});
