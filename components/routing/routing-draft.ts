import type { RoutingRule, RoutingSettings } from '@/lib/routing/types';
import { toSegment, toSegmentRows, type SegmentField, type SegmentRow } from '@/lib/segments/segment-rows';

/** A rule as the form holds it. */
export interface RuleDraft extends Omit<RoutingRule, 'when'> {
  /** Null when the condition is of a shape that only a program writes: it stays as it is. */
  rows: SegmentRow[] | null;
  when: RoutingRule['when'];
}

/** Routing as the form holds it. */
export interface RoutingDraft extends Omit<RoutingSettings, 'rules'> {
  rules: RuleDraft[];
}

/** Routing, to be edited. */
export function toDraft(routing: RoutingSettings): RoutingDraft {
  return { ...routing, rules: routing.rules.map((rule) => ({ ...rule, rows: toSegmentRows(rule.when) })) };
}

/** What was edited, to be saved. */
export function fromDraft(draft: RoutingDraft, fields: readonly SegmentField[]): RoutingSettings {
  return {
    ...draft,
    rules: draft.rules.map(({ rows, when, ...rule }) => {
      return { ...rule, when: rows === null ? when : toSegment(rows, fields) };
    }),
  };
}

/** A list with the entry at a place moved by one up or down. */
export function moveEntry<T>(list: readonly T[], place: number, by: -1 | 1): T[] {
  const moved = [...list];
  const [entry] = moved.splice(place, 1);
  if (entry !== undefined) moved.splice(place + by, 0, entry);
  return moved;
}
