import { describe, expect, it } from 'vitest';
import { findDateOrder, parseDate } from './parse-date';

describe('parseDate', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2024/3/1', '2024-03-01'],
    ['31.12.2024', '2024-12-31'],
    ['31/12/2024', '2024-12-31'],
    ['12/31/2024', '2024-12-31'],
    ['05/05/2024', '2024-05-05'],
    ['3 Nov 2024', '2024-11-03'],
    ['03-Nov-2024', '2024-11-03'],
    ['November 3rd, 2024', '2024-11-03'],
    ['2024-01-02 10:30', '2024-01-02T10:30:00.000Z'],
    ['2024-01-02T10:30:05.1239Z', '2024-01-02T10:30:05.123Z'],
    ['2024-01-02T00:30:00+02:00', '2024-01-01T22:30:00.000Z'],
    ['1/31/2024 1:05 PM', '2024-01-31T13:05:00.000Z'],
    ['31/01/2024, 12:05 am', '2024-01-31T00:05:00.000Z'],
  ])('reads %s', (text, iso) => expect(parseDate(text)).toEqual({ iso }));

  it('needs the order of day and month where the text does not tell it', () => {
    expect(parseDate('03/04/2024')).toBe('unclear');
    expect(parseDate('03/04/2024', 'dmy')).toEqual({ iso: '2024-04-03' });
    expect(parseDate('03/04/2024', 'mdy')).toEqual({ iso: '2024-03-04' });
  });

  it.each([
    '',
    '2024',
    '2023-02-29',
    '32.01.2024',
    '13/13/2024',
    '2024-01-02 25:00',
    '1:2:2024',
    'soon',
    '3 Foo 2024',
  ])('refuses "%s"', (text) => expect(parseDate(text)).toBeNull());
});

describe('findDateOrder', () => {
  it.each([
    ['31/12/2024', 'dmy'],
    ['12/31/2024', 'mdy'],
    ['03/04/2024', 'unclear'],
    ['2024-04-03', 'either'],
    ['x', null],
  ])('%s shows %s', (text, order) => expect(findDateOrder(text)).toBe(order));
});
