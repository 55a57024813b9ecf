import { describe, expect, it } from 'vitest';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { applyEdit } from '@/lib/rubrics/edit-rubric';
import type { Rubric } from '@/lib/scoring/types';
import { listKeys } from './evidence-keys';
import { EvidenceSource, RowsChanged, type Gather } from './evidence-source';
import { packIds } from './lead-ids';

const ID = '0190a000-0000-7000-8000-00000000000a';

/** A gatherer in whose world one lead has everything; it notes what it was asked for. */
function createGather(fails: (call: number) => boolean = () => false) {
  const asked: string[][] = [];
  const gather: Gather = ({ rubric, known }) => {
    const { criteria, disqualifiers } = listKeys(rubric);
    asked.push([...criteria, ...disqualifiers]);
    if (fails(asked.length)) return Promise.reject(new RowsChanged());
    return Promise.resolve({
      asOf: known?.asOf ?? asked.length,
      rowCount: 1,
      fingerprint: 'f',
      lastId: ID,
      rows: { kind: 'leads', ids: packIds([ID]), waits: Uint16Array.from([1]), people: [] },
      columns: [...criteria, ...disqualifiers].map(() => ({ rows: Uint32Array.from([0]), units: null })),
    });
  };
  return { gather, asked };
}

function withCondition(rubric: Rubric, value: string): Rubric {
  const edited = structuredClone(rubric);
  const criterion = edited.fit.groups[0]?.criteria[0];
  if (criterion) criterion.when = { field: 'title', op: 'contains_word', value };
  return edited;
}

const LIVE = B2B_SAAS_TEMPLATE;

describe('EvidenceSource', () => {
  it('gathers each criterion once, and nothing for other points, limits or tiers', async () => {
    const { gather, asked } = createGather();
    const source = new EvidenceSource('leads', gather);
    const draft = applyEdit(LIVE, { kind: 'points', criterionId: 'funding', points: 1 });
    await source.hold([LIVE, draft]);
    await source.hold([LIVE, applyEdit(draft, { kind: 'cut', cut: 'fitCut', value: 10 })]);
    expect(asked).toHaveLength(1);
  });

  it('gathers the one column of a changed condition, and keeps the old one for taking it back', async () => {
    const { gather, asked } = createGather();
    const source = new EvidenceSource('leads', gather);
    const draft = withCondition(LIVE, 'florist');
    for (const rubrics of [
      [LIVE, LIVE],
      [LIVE, draft],
      [LIVE, LIVE],
      [LIVE, draft],
    ])
      await source.hold(rubrics);
    expect(asked.slice(1)).toEqual([[listKeys(draft).criteria[0]]]);
  });

  it('begins anew when the rows have changed', async () => {
    const { gather, asked } = createGather((call) => call === 2);
    const source = new EvidenceSource('leads', gather);
    await source.hold([LIVE]);
    const draft = withCondition(LIVE, 'florist');
    const holder = await source.hold([draft]);
    expect(asked).toHaveLength(3);
    expect(asked[2]).toEqual(listKeys(draft).criteria.concat(listKeys(draft).disqualifiers));
    expect(holder.part.asOf).toBe(3);
  });

  it('scores what it holds, and refuses what it does not', async () => {
    const { gather } = createGather();
    const source = new EvidenceSource('leads', gather);
    const holder = await source.hold([LIVE]);
    expect(holder.score('before', LIVE).tier[0]).toBe(LIVE.tiers.length - 1);
    expect(() => holder.score('after', withCondition(LIVE, 'florist'))).toThrow(/before it was gathered/);
  });
});
