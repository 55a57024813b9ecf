import type { CompiledIntent, CompiledRubric } from './compile-rubric';
import { listComparisons } from './condition-program';
import { measureInto, type Measures, type PreparedLead } from './evidence';
import { createFieldReader, OWN_FIELDS } from './fields';
import { findExample, putAtPath } from './find-example';
import { isUnknown } from './known';
import { matchEvents, type MatchList } from './match-events';
import { countExisting, listExisting } from './measure-intent';
import type { EventInput, FitCriterion, LeadInput } from './types';

/** How often one thing is thought of as happening, at most, where the rubric sets no lower limit. */
const MOST_TIMES = 3;

/** Something that could still happen, or be learned, and that would add to a lead's score. */
export interface LiftAction {
  criterionId: string;
  label: string;
  /** Something happens, a silence ends, or a fact that is unknown is learned. */
  kind: 'event' | 'heard' | 'fact';
  /** Who it is up to. A fact is up to us. */
  by: 'lead' | 'colleagues' | 'company' | 'us';
  /** How many times it happens, or how many people do it. */
  times: number;
  /** Whether it counts towards a number within a window, of which so many are still missing. */
  completes: boolean;
  /** Whether it has happened before. */
  again: boolean;
  /** The events that would come in, at the instant in question. */
  events: EventInput[];
  /** The values that would be learned, by path. */
  facts: ReadonlyMap<string, unknown>;
  /** How much is asked for: the less, the likelier. Points tell how rare a thing is. */
  effort: number;
}

/** A lead as it would be once actions have been taken, and the places of the intent criteria that they touch. */
export interface ChangedLead {
  prepared: PreparedLead;
  touched: ReadonlySet<number>;
}

interface Scene {
  compiled: CompiledRubric;
  prepared: PreparedLead;
  /** The lead's measures as it is. */
  measures: Measures;
}

function insertEvents(list: MatchList | undefined, added: MatchList, asOf: number): MatchList {
  const { at, events } = list ?? { at: [], events: [] };
  const place = countExisting(at, asOf);
  return {
    at: [...at.slice(0, place), ...added.at, ...at.slice(place)],
    events: [...events.slice(0, place), ...added.events, ...events.slice(place)],
  };
}

/** Learned facts in their places: of the lead, or of its company. */
function learnFacts(lead: LeadInput, facts: ReadonlyMap<string, unknown>): LeadInput {
  let learned = lead;
  for (const [path, value] of facts) {
    if (!path.startsWith('company.')) {
      learned = { ...learned, attributes: putAtPath(learned.attributes, path, value) };
    } else if (learned.company) {
      const company = putAtPath(learned.company, path.slice('company.'.length), value);
      learned = { ...learned, company: { ...company, id: learned.company.id } };
    }
  }
  return learned;
}

/** The lead after actions, its events sorted out by the engine's own matching. */
export function applyActions(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  actions: readonly LiftAction[],
  asOf: number,
): ChangedLead {
  const { lead, createdAt } = prepared;
  const events = actions.flatMap((action, place) =>
    action.events.map((event) => ({ ...event, id: `${event.id} ${place}` })),
  );
  const own = matchEvents(
    compiled,
    'lead',
    events.filter(({ leadId }) => leadId === lead.id),
  ).lists;
  const company = matchEvents(compiled, 'company', events).lists;
  const touched = new Set<number>();
  const lists = prepared.lists.map((list, place) => {
    const added = own[place] ?? company[place];
    if (!added) return list;
    touched.add(place);
    return insertEvents(list, added, asOf);
  });
  const facts = new Map(actions.flatMap((action) => [...action.facts]));
  return { prepared: { lead: facts.size > 0 ? learnFacts(lead, facts) : lead, createdAt, lists }, touched };
}

/** Type and properties of an event that the criterion counts: the latest there was, else one made up from its condition. */
function findPattern(
  { prepared, measures }: Scene,
  intent: CompiledIntent,
  place: number,
): { type: string; properties: EventInput['properties']; again: boolean } | null {
  const { asOf } = measures;
  const latest = listExisting(intent, prepared.lists[place], asOf, { until: 0 }).events.at(-1);
  if (latest) return { type: latest.type, properties: latest.properties, again: true };
  const [type = 'activity'] = intent.types ?? [];
  const { where, criterion } = intent;
  if (!where || !criterion.where) return { type, properties: {}, again: false };
  const shape = (values: ReadonlyMap<string, unknown>): Record<string, unknown> => {
    let properties: Record<string, unknown> = {};
    for (const [path, value] of values) properties = putAtPath(properties, path, value);
    return properties;
  };
  const accepts = (values: ReadonlyMap<string, unknown>) => {
    const event = { id: '', leadId: null, companyId: null, type, at: asOf, properties: shape(values) };
    return where.evaluate(event, asOf)[0] === 1;
  };
  const values = findExample(criterion.where, accepts, asOf);
  return values && { type, properties: shape(values), again: false };
}

function whoActs({ scope, criterion }: CompiledIntent, lead: LeadInput): LiftAction['by'] {
  if (scope === 'lead' || !lead.company) return 'lead';
  return criterion.kind === 'each' ? 'company' : 'colleagues';
}

const RARITY: Record<LiftAction['by'], number> = { lead: 1, colleagues: 1.5, company: 2, us: 1 };

/** One criterion's action, `times` times. */
function makeAction(scene: Scene, intent: CompiledIntent, place: number, times: number): LiftAction | null {
  const pattern = findPattern(scene, intent, place);
  if (!pattern) return null;
  const { criterion } = intent;
  const { lead } = scene.prepared;
  const by = whoActs(intent, lead);
  const { type, properties, again } = pattern;
  const events = Array.from({ length: times }, (_, count): EventInput => {
    const leadId = by === 'lead' ? lead.id : by === 'company' ? null : `someone else ${count}`;
    const companyId = lead.company?.id ?? null;
    return { id: `${criterion.id} ${count}`, leadId, companyId, type, at: scene.measures.asOf, properties };
  });
  const heard = criterion.kind === 'inactivity';
  return {
    criterionId: criterion.id,
    label: criterion.label,
    kind: heard ? 'heard' : 'event',
    by,
    times,
    completes: criterion.kind === 'threshold' && times < criterion.atLeast,
    again,
    events,
    facts: new Map(),
    effort: heard ? 1 : times * Math.abs(criterion.points) * RARITY[by] * (again ? 0.5 : 1),
  };
}

/** How often a criterion's event could happen and still change something. */
function countTimes({ criterion }: CompiledIntent): number {
  if (criterion.kind === 'each') return Math.min(criterion.limit ?? MOST_TIMES, MOST_TIMES);
  return criterion.kind === 'threshold' ? criterion.atLeast : 1;
}

/** The variants of one intent criterion's action that each do more than the one before, fewest times first. */
function listVariants(scene: Scene, intent: CompiledIntent, place: number): LiftAction[] {
  const { compiled, prepared, measures } = scene;
  const points = compiled.plan.points[intent.index] ?? 0;
  const isSilence = intent.criterion.kind === 'inactivity';
  if (isSilence ? points >= 0 : points <= 0) return [];
  const variants: LiftAction[] = [];
  let best = points * (measures.units[intent.index] ?? 0);
  const probe: Measures = { ...measures, units: measures.units.slice(), untils: measures.untils.slice() };
  probe.slopes = measures.slopes.slice();
  for (let times = 1; times <= countTimes(intent); times += 1) {
    const action = makeAction(scene, intent, place, times);
    if (!action) return [];
    const changed = applyActions(compiled, prepared, [action], measures.asOf).prepared;
    measureInto(compiled, changed, place, measures.asOf, probe);
    const worth = points * (probe.units[intent.index] ?? 0);
    if (worth > best + 1e-9) variants.push(action);
    best = Math.max(best, worth);
  }
  return variants;
}

/** A fit criterion that would hold if all that it looks at, unknown so far, were learned; null for any other. */
function learnCriterion(scene: Scene, criterion: FitCriterion, index: number): LiftAction | null {
  const { compiled, prepared, measures } = scene;
  const { lead } = prepared;
  const points = compiled.plan.points[index] ?? 0;
  if (points <= 0 || measures.units[index] === 1) return null;
  const fields = listComparisons(criterion.when).map(({ field }) => field);
  const canLearn = (field: string) =>
    !OWN_FIELDS.some((own) => own === field) &&
    (!field.startsWith('company.') || Boolean(lead.company)) &&
    isUnknown(createFieldReader(compiled.leadFields, field)(lead));
  if (fields.length === 0 || !fields.every(canLearn)) return null;
  const accepts = (values: ReadonlyMap<string, unknown>) =>
    compiled.leadConditions.evaluate(learnFacts(lead, values), measures.asOf)[index] === 1;
  const facts = findExample(criterion.when, accepts, measures.asOf);
  if (!facts) return null;
  const { id, label } = criterion;
  const fixed = { times: 1, completes: false, again: false, events: [] };
  // What a lead does comes before what we would have to find out.
  return { criterionId: id, label, kind: 'fact', by: 'us', ...fixed, facts, effort: 100 + points };
}

/**
 * What could still happen that would add to a lead's score, from the criteria that can still be earned: by criterion, in
 * rubric order, each with its variants, fewest times first. Respects limits and windows, as the engine measures each.
 */
export function listActions(
  compiled: CompiledRubric,
  prepared: PreparedLead,
  measures: Measures,
): LiftAction[][] {
  const scene: Scene = { compiled, prepared, measures };
  const facts = compiled.rubric.fit.groups
    .flatMap(({ criteria }) => criteria)
    .map((criterion, index) => learnCriterion(scene, criterion, index))
    .map((action) => (action ? [action] : []));
  const events = compiled.intent.map((intent, place) => listVariants(scene, intent, place));
  return [...events, ...facts].filter((variants) => variants.length > 0);
}

/** One event of each criterion that takes points away: what would do the most harm. */
export function listHarm(compiled: CompiledRubric, prepared: PreparedLead, measures: Measures): LiftAction[] {
  const scene: Scene = { compiled, prepared, measures };
  return compiled.intent.flatMap((intent, place) => {
    const isHarm = intent.criterion.kind === 'each' && (compiled.plan.points[intent.index] ?? 0) < 0;
    return isHarm ? (makeAction(scene, intent, place, 1) ?? []) : [];
  });
}
