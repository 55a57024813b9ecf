import type { GridPoint, GridQuadrant, GridRange, GridRegion } from '@/components/charts/score-grid-types';
import { nameMove, QUADRANT_WORDS } from '@/components/scores/quadrant-label';
import { tierColour } from '@/components/scores/tier-colour';
import { formatNumber, formatSigned } from '@/components/ui/format';
import type { Quadrant } from '@/lib/generated/prisma/enums';
import type { GridCounts, LeadPoint, Movement, Selection } from '@/lib/grid/types';
import { QUADRANTS } from '@/lib/leads/constants';
import type { Rubric } from '@/lib/scoring/types';

const PLACE: Record<Quadrant, GridQuadrant['place']> = {
  review: 'topLeft',
  route_now: 'topRight',
  deprioritize: 'bottomLeft',
  nurture: 'bottomRight',
};

/** The four quadrants with their counts, what is done with them, and who came and went this week. */
export function prepareQuadrants(counts: GridCounts, movement: Movement): GridQuadrant[] {
  return QUADRANTS.map((quadrant) => {
    const { name, action } = QUADRANT_WORDS[quadrant];
    const [into, out] = [movement.into[quadrant], movement.outOf[quadrant]];
    const hidden = quadrant === 'deprioritize' && counts.disqualified > 0;
    return {
      key: quadrant,
      place: PLACE[quadrant],
      name,
      count: counts.quadrants[quadrant],
      action: hidden ? `${action}. ${formatNumber(counts.disqualified)} disqualified, not drawn` : action,
      movement: `${formatSigned(into - out, 0)} this week`,
      flow: `${formatNumber(into)} in, ${formatNumber(out)} out`,
      best: quadrant === 'route_now',
    };
  });
}

/** Where the best tier begins; nothing for a rubric of one tier, which begins everywhere. */
export function prepareRegion({ tiers, fitWeight }: Rubric): GridRegion | undefined {
  const best = tiers[0];
  if (!best || tiers.length < 2) return undefined;
  return {
    label: `${best.name} from ${best.minScore}`,
    minX: best.minFit,
    minY: best.minIntent,
    minScore: best.minScore,
    weightX: fitWeight,
  };
}

/** Leads as dots in the colour of their tier. */
export function preparePoints(points: readonly LeadPoint[]): GridPoint[] {
  return points.map(({ id, name, fit, intent, tier }) => ({
    id,
    label: `${name}: ${tier}, fit ${fit}, intent ${intent}`,
    x: fit,
    y: intent,
    colour: tierColour(tier),
  }));
}

/**
 * The rectangle that is chosen, ends included; of a quadrant, what lies between the cut lines and the edge. Nothing of
 * those who moved.
 */
export function prepareSelected(
  selection: Selection,
  { fitCut, intentCut }: Rubric['grid'],
): GridRange | undefined {
  if (selection.kind === 'move') return undefined;
  if (selection.kind === 'range') {
    const { fit, intent } = selection;
    return { fromX: fit.low, toX: fit.high, fromY: intent.low, toY: intent.high };
  }
  const place = PLACE[selection.quadrant];
  const [right, top] = [place.endsWith('Right'), place.startsWith('top')];
  const before = (cut: number) => Math.max(0, Math.ceil(cut) - 1);
  return {
    fromX: right ? Math.ceil(fitCut) : 0,
    toX: right ? 100 : before(fitCut),
    fromY: top ? Math.ceil(intentCut) : 0,
    toY: top ? 100 : before(intentCut),
  };
}

/** What is chosen, in words: "Route now", "Fit 60–64, intent 30–34". */
export function nameSelection(selection: Selection): string {
  if (selection.kind === 'quadrant') return QUADRANT_WORDS[selection.quadrant].name;
  if (selection.kind === 'move') return nameMove(selection.move);
  const { fit, intent } = selection;
  return `Fit ${fit.low}–${fit.high}, intent ${intent.low}–${intent.high}`;
}
