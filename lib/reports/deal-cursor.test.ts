import { describe, expect, it } from 'vitest';
import { readDealCursor, writeDealCursor } from './deal-cursor';

describe('readDealCursor', () => {
  it('reads what was written', () => {
    const cursor = { engagedAt: 1_795_341_000_123, id: '0198a1b2-0000-7000-8000-00000000beef' };
    expect(readDealCursor(writeDealCursor(cursor))).toEqual(cursor);
  });

  it.each([undefined, '', '12', '12.no-id', "1'.0198a1b2-0000-7000-8000-00000000beef"])(
    'refuses %s',
    (text) => {
      expect(readDealCursor(text)).toBeUndefined();
    },
  );
});
