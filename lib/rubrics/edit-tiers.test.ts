import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRubric } from '@/lib/scoring/rubric';
import { applyEdit, targetOf } from './edit-rubric';
import { editTiers, newTier, type TierEdit } from './edit-tiers';
import { B2B_SAAS_TEMPLATE } from './templates/b2b-saas';

const { tiers: TIERS } = B2B_SAAS_TEMPLATE;
const namesOf = (tiers: readonly { name: string }[]) => tiers.map(({ name }) => name).join('');

describe('editTiers', () => {
  it('adds a tier half-way between its neighbours under the first free letter', () => {
    const added = editTiers(TIERS, { kind: 'addTier', place: 1, tier: newTier(TIERS, 1) });
    expect(namesOf(added)).toBe('ADBC');
    expect(added[1]).toMatchObject({ minScore: 55, minFit: TIERS[1]?.minFit, action: 'nurture' });
    expect(newTier(TIERS, 0).minScore).toBe(85);
  });

  it('lets whoever becomes the last take everyone, and keeps the only one', () => {
    const two = editTiers(TIERS, { kind: 'removeTier', place: 2 });
    expect(two.at(-1)).toMatchObject({ name: 'B', minScore: 0, minFit: 0, minIntent: 0 });
    const one = editTiers(two, { kind: 'removeTier', place: 0 });
    expect(namesOf(editTiers(one, { kind: 'removeTier', place: 0 }))).toBe('B');
  });

  it('renames by place, so that a name may be given twice while it is typed', () => {
    const twice = applyEdit(B2B_SAAS_TEMPLATE, { kind: 'tierName', place: 1, name: 'A' });
    expect(parseRubric(twice)).toMatchObject({ ok: false, issues: [{ path: 'tiers[1].name' }] });
    const hot = applyEdit(twice, { kind: 'tierName', place: 1, name: 'Hot' });
    expect(namesOf(hot.tiers)).toBe('AHotC');
    expect(targetOf({ kind: 'tierName', place: 1, name: 'Hot' })).toBe('tier name 1');
  });

  it('leaves a rubric, whatever is added, moved and removed', () => {
    const place = fc.nat(5);
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), place }),
      fc.record({ kind: fc.constant('moveTier' as const), place, to: place }),
      fc.record({ kind: fc.constant('removeTier' as const), place }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const edited = steps.reduce((rubric, one) => {
          const { tiers } = rubric;
          // New ones come before the rest, as on the screen.
          const at = Math.min(one.place, tiers.length - 1);
          const edit: TierEdit =
            one.kind === 'add' ? { kind: 'addTier', place: at, tier: newTier(tiers, at) } : one;
          return applyEdit(rubric, edit);
        }, B2B_SAAS_TEMPLATE);
        expect(parseRubric(edited)).toMatchObject({ ok: true });
      }),
    );
  });
});
