import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  buildAddress,
  choiceParam,
  choicesParam,
  idParam,
  listParam,
  rangeParam,
  textParam,
} from './address';

const schema = z.object({
  tab: choiceParam(['mine', 'free'], 'mine'),
  state: choicesParam(['new', 'working']),
  q: textParam(10),
  source: listParam,
  fit: rangeParam,
  lead: idParam,
});

const NOTHING = { tab: 'mine', state: [], q: undefined, source: [], fit: undefined, lead: undefined };

describe('reading an address', () => {
  it('takes a value with a NUL, which no stored text holds, for none', () => {
    expect(
      schema.parse({ tab: '\0', state: 'new\0', q: 'ja\0na', source: '\0', fit: '\0', lead: '\0' }),
    ).toEqual(NOTHING);
  });

  it('reads what is well formed', () => {
    const lead = '01936b2e-7a10-7000-8000-000000000001';
    expect(
      schema.parse({
        tab: 'free',
        state: 'new,odd',
        q: ' jana ',
        source: 'Web,Trade fair',
        fit: '70-94',
        lead,
      }),
    ).toEqual({
      tab: 'free',
      state: ['new'],
      q: 'jana',
      source: ['Web', 'Trade fair'],
      fit: { low: 70, high: 94 },
      lead,
    });
  });

  it('falls back on what is not', () => {
    expect(schema.parse({})).toEqual(NOTHING);
    expect(
      schema.parse({ tab: ['odd'], q: 'x'.repeat(11), source: ',,', fit: '94-70', lead: "1' OR 1=1" }),
    ).toEqual(NOTHING);
    expect(schema.parse({ fit: '0-101', state: 'x'.repeat(5000) })).toEqual(NOTHING);
  });

  it('takes the first of several', () => expect(schema.parse({ q: ['a', 'b'] }).q).toBe('a'));
});

describe('buildAddress', () => {
  it('leaves out what is empty', () => {
    expect(buildAddress('/leads', { q: '', tier: [], fit: undefined })).toBe('/leads');
  });

  it('comes back as it was written', () => {
    const source = ['Müller, Sohn & Co', 'Web'];
    const address = buildAddress('/leads', { source, fit: { low: 70, high: 94 }, q: 'a b' });
    const params = Object.fromEntries(new URL(address, 'http://site.invalid').searchParams);
    expect(schema.parse(params)).toMatchObject({ source, fit: { low: 70, high: 94 }, q: 'a b' });
  });
});
