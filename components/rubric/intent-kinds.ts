import type { IntentCriterion } from '@/lib/scoring/types';

type IntentKind = IntentCriterion['kind'];

/** Days and numbers that one may begin with. */
const FIRST = { halfLife: 14, withinDays: 7, atLeast: 3, silence: 30 } as const;

/** Whether a text names a kind of criterion of intent. */
export function isIntentKind(kind: string): kind is IntentKind {
  return kind === 'each' || kind === 'threshold' || kind === 'inactivity';
}

/** The criterion as one of another kind: what both kinds have stays, the rest is where one may begin. */
export function toKind(criterion: IntentCriterion, kind: IntentKind): IntentCriterion {
  if (criterion.kind === kind) return criterion;
  const { id, label, points, where, scope } = criterion;
  const common = {
    id,
    label,
    points,
    ...(where && { where }),
    ...(scope && { scope }),
  };
  const on = criterion.on ?? '';
  switch (kind) {
    case 'each':
      return { ...common, kind, on, decay: { kind: 'half_life', days: FIRST.halfLife } };
    case 'threshold':
      return { ...common, kind, on, count: 'events', atLeast: FIRST.atLeast, withinDays: FIRST.withinDays };
    case 'inactivity':
      return { ...common, kind, ...(on === '' ? {} : { on }), days: FIRST.silence };
  }
}
