import type { CompiledIntent } from '@/lib/scoring/compile-rubric';
import { looksAt } from '@/lib/scoring/match-events';
import type { EventInput } from '@/lib/scoring/types';

/** Places, among the intent criteria, of those of each scope that count the events of one kind. */
export interface EventKind {
  lead: readonly number[];
  company: readonly number[];
}

/** An intent criterion with its place among all of them. */
export interface PlacedIntent {
  place: number;
  intent: CompiledIntent;
}

/** The criteria that count events of one type. */
interface OfType {
  criteria: readonly PlacedIntent[];
  /** Whether some of them look at properties. */
  looks: boolean;
  /** By the criteria that count an event, as text: its kind. */
  kinds: Map<string, number>;
}

const COUNTED_BY_NONE = -1;

/**
 * Events that the same criteria count are of one kind: a number instead of type and properties is all that scoring needs
 * of them. For criteria none of whose conditions turns with time.
 */
export class EventKinds {
  readonly kinds: EventKind[] = [];
  private readonly types = new Map<string, OfType>();

  constructor(private readonly criteria: readonly PlacedIntent[]) {}

  /** The kind of an event, as its place in `kinds`; −1 when no criterion counts it. */
  find(type: string, properties: EventInput['properties']): number {
    const { criteria, looks, kinds } = this.types.get(type) ?? this.addType(type);
    const key = looks ? this.nameCounting(criteria, type, properties) : '';
    return kinds.get(key) ?? this.addKind(kinds, key, criteria);
  }

  private addType(type: string): OfType {
    const criteria = this.criteria.filter(({ intent }) => !intent.types || intent.types.has(type));
    const looks = criteria.some(({ intent }) => intent.where !== null);
    const ofType = { criteria, looks, kinds: new Map<string, number>() };
    this.types.set(type, ofType);
    return ofType;
  }

  private nameCounting(
    criteria: readonly PlacedIntent[],
    type: string,
    properties: EventInput['properties'],
  ) {
    const event = { id: '', leadId: null, companyId: null, type, at: 0, properties };
    let key = '';
    for (const { intent } of criteria) key += looksAt(intent, { at: 0, event }) ? '1' : '0';
    return key;
  }

  private addKind(kinds: Map<string, number>, key: string, criteria: readonly PlacedIntent[]): number {
    const counting = criteria.filter((_, i) => key === '' || key[i] === '1');
    const placesOf = (scope: string) =>
      counting.flatMap(({ place, intent }) => (intent.scope === scope ? place : []));
    const kind =
      counting.length === 0
        ? COUNTED_BY_NONE
        : this.kinds.push({ lead: placesOf('lead'), company: placesOf('company') }) - 1;
    kinds.set(key, kind);
    return kind;
  }
}
