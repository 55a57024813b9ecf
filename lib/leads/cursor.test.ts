import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from './cursor';

const leadId = '01936b2e-7a10-7000-8000-000000000001';
const cursor = { tierRank: 1, score: 64, respondBy: null, leadId, position: 50 };

describe('a cursor', () => {
  it('comes back as it was written', () => expect(readCursor(writeCursor(cursor))).toEqual(cursor));

  it('keeps when an answer is due', () => {
    const due = { ...cursor, respondBy: 1_767_603_600_000 };
    expect(readCursor(writeCursor(due))).toEqual(due);
  });

  it.each([undefined, '', '1.64', '1.64.x.50', `${writeCursor(cursor)}0000000000`, "1.64.'; --.5"])(
    'is undefined for %s',
    (text) => expect(readCursor(text)).toBeUndefined(),
  );
});
