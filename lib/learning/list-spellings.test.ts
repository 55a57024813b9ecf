import { expect, it } from 'vitest';
import { listSpellings } from './list-spellings';

it('knows each text by its commonest spelling, and of equals by the first in order', () => {
  const spellings = listSpellings(['germany', 'Germany', ' Germany ', 'US', 'us', 'eBay']);
  expect([...spellings]).toEqual([
    ['germany', 'Germany'],
    ['us', 'US'],
    ['ebay', 'eBay'],
  ]);
});
