import { describe, expect, it } from 'vitest';
import { CLICKED, OPENED } from './constants';
import { findWindows } from './find-windows';

const AT = Date.parse('2026-11-20T09:30:07Z');
const event = (
  type: string,
  at: number,
  leadId: string | null = 'lead',
  companyId: string | null = 'company',
) => ({
  type,
  at,
  leadId,
  companyId,
});

describe('findWindows', () => {
  it('is empty when nothing is about e-mail', () => {
    expect(findWindows([event('page_viewed', AT), event('hiring', AT, null)])).toEqual([]);
  });

  it('reaches around an open, for its person alone', () => {
    expect(findWindows([event(OPENED, AT)])).toEqual([
      { leadId: 'lead', companyId: null, from: AT - 5_000, until: AT + 5_000 },
    ]);
  });

  it('looks an hour back from a click, for the company too', () => {
    const stretch = { from: AT - 3_605_000, until: AT + 5_000 };
    expect(findWindows([event(CLICKED, AT)])).toEqual([
      { leadId: 'lead', companyId: null, ...stretch },
      { leadId: null, companyId: 'company', ...stretch },
    ]);
  });

  it('joins stretches that overlap, and keeps the others apart', () => {
    const windows = findWindows([event(OPENED, AT + 9_000), event(OPENED, AT), event(OPENED, AT + 60_000)]);
    expect(windows.map(({ from, until }) => [from - AT, until - AT])).toEqual([
      [-5_000, 14_000],
      [55_000, 65_000],
    ]);
  });
});
