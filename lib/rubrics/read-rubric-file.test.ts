import { describe, expect, it } from 'vitest';
import { readRubricFile } from './read-rubric-file';
import { B2B_SAAS_TEMPLATE } from './templates/b2b-saas';

describe('readRubricFile', () => {
  it('reads what is downloaded', () => {
    const text = `${JSON.stringify(B2B_SAAS_TEMPLATE, null, 2)}\n`;
    expect(readRubricFile(text)).toEqual({ ok: true, rubric: B2B_SAAS_TEMPLATE });
  });

  it('names the path of each fault', () => {
    const broken = { ...structuredClone(B2B_SAAS_TEMPLATE), fitWeight: 2, tiers: [] };
    const read = readRubricFile(JSON.stringify(broken));
    expect(read).toMatchObject({ ok: false, issues: [{ path: 'fitWeight' }, { path: 'tiers' }] });
  });

  it('refuses what is no JSON, and what is too large', () => {
    expect(readRubricFile('{"format":')).toMatchObject({ ok: false, issues: [{ path: '' }] });
    expect(readRubricFile(' '.repeat(900_001))).toMatchObject({
      ok: false,
      issues: [{ message: 'The file is too large for a rubric.' }],
    });
  });
});
