import type { CompiledRubric } from './compile-rubric';
import { measureConditions, measureInto, measureLead, prepareLead } from './evidence';
import type { EventSource, Measures, PreparedLead } from './evidence';
import { requireMilliseconds } from './instants';
import { applyActions, listActions, listHarm, type LiftAction } from './lift-actions';
import type { ScoreNumbers } from './score-units';
import { findTierChange, scoreMeasures } from './tier-change';
import type { Instant, LeadInput, Tier } from './types';

/** Actions in a set, at most: more is no longer advice. */
const MOST_ACTIONS = 3;

/** Sets that are worth telling. */
const MOST_OPTIONS = 5;

/** Criteria that sets of three are made of, those that add most first. */
const MOST_IN_THREES = 14;

/** A set of actions, and what comes of it. */
export interface LiftOption {
  actions: LiftAction[];
  /** Whole, 0–100: right after; for a lead that keeps its tier, at the instant it would else lose it. */
  fit: number;
  intent: number;
  score: number;
  /** Whether the tier aimed at is reached, or kept beyond that instant. */
  reaches: boolean;
  /** When the tier aimed at is lost again if nothing else happens, in milliseconds; null for never. */
  until: number | null;
}

/** A minimum that stays out of reach. */
export interface Shortfall {
  figure: 'fit' | 'intent' | 'score';
  /** The most that everything a lead and its company can do would bring it to. */
  has: number;
  needs: number;
}

/** What would lift a lead a tier, or keep it in the best. */
export interface Lift {
  tier: string;
  /** The tier aimed at: the next better one, or the best one itself. */
  target: Tier;
  keeps: boolean;
  /** When the best tier is lost by time alone, in milliseconds; null for never, or when it is not the lead's. */
  lostAt: number | null;
  fit: number;
  intent: number;
  score: number;
  disqualified: boolean;
  /** For a lift: the smallest sets that reach the tier, the likeliest first. To keep: what lasts longest first. */
  options: LiftOption[];
  /** Minimums that nothing a lead can do reaches, though facts might. */
  shortfalls: Shortfall[];
}

interface Search {
  compiled: CompiledRubric;
  prepared: PreparedLead;
  measures: Measures;
  /** Place of the tier aimed at. */
  aim: number;
}

function copyMeasures(measures: Measures): Measures {
  return {
    asOf: measures.asOf,
    units: measures.units.slice(),
    slopes: measures.slopes.slice(),
    untils: measures.untils.slice(),
    disqualified: measures.disqualified.slice(),
    disqualifiedUntils: measures.disqualifiedUntils.slice(),
  };
}

/** The score right after actions, measured by the engine: anew what they touch, the rest as it is. */
function scoreAfter({ compiled, prepared, measures }: Search, actions: readonly LiftAction[]): ScoreNumbers {
  const changed = applyActions(compiled, prepared, actions, measures.asOf);
  const after = copyMeasures(measures);
  for (const place of changed.touched) measureInto(compiled, changed.prepared, place, measures.asOf, after);
  if (changed.prepared.lead !== prepared.lead) {
    measureConditions(compiled, changed.prepared, measures.asOf, after);
  }
  return scoreMeasures(compiled, after);
}

function effortOf(actions: readonly LiftAction[]): number {
  return actions.reduce((sum, { effort }) => sum + effort, 0);
}

/** Whether no two actions say different things of one fact. */
function areCompatible(actions: readonly LiftAction[]): boolean {
  const paths = actions.flatMap(({ facts }) => [...facts.keys()]);
  return new Set(paths).size === paths.length;
}

/** Takes each action of a set down to the fewest times that still reach the tier. */
function reduceTimes(search: Search, set: LiftAction[], variants: ReadonlyMap<string, LiftAction[]>) {
  let reduced = set;
  set.forEach((action, place) => {
    const fewer = (variants.get(action.criterionId) ?? [])
      .map((variant) => reduced.with(place, variant))
      .find((candidate) => scoreAfter(search, candidate).tier <= search.aim);
    reduced = fewer ?? reduced;
  });
  return reduced;
}

function* chooseSets(actions: readonly LiftAction[], size: number, from = 0): Generator<LiftAction[]> {
  if (size === 0) yield [];
  for (let i = from; size > 0 && i < actions.length; i += 1) {
    const action = actions[i];
    if (!action) continue;
    for (const rest of chooseSets(actions, size - 1, i + 1)) yield [action, ...rest];
  }
}

/** The likeliest sets, each choice of criteria once. */
function pickLikeliest(sets: LiftAction[][]): LiftAction[][] {
  const byCriteria = new Map<string, LiftAction[]>();
  for (const set of sets.sort((a, b) => effortOf(a) - effortOf(b))) {
    const key = set.map(({ criterionId }) => criterionId).join(' ');
    if (!byCriteria.has(key)) byCriteria.set(key, set);
  }
  return [...byCriteria.values()].slice(0, MOST_OPTIONS);
}

/** The smallest sets of actions that reach the tier aimed at, the likeliest first. */
function findSets(search: Search, choices: readonly LiftAction[][]): LiftAction[][] {
  const variants = new Map(choices.map((all) => [all[0]?.criterionId ?? '', all]));
  const fullest = choices.flatMap((all) => all.at(-1) ?? []);
  const ranked = fullest
    .map((action) => ({ action, score: scoreAfter(search, [action]).score }))
    .sort((a, b) => b.score - a.score)
    .map(({ action }) => action);
  for (let size = 1; size <= MOST_ACTIONS; size += 1) {
    const among = size === 1 ? choices.flat() : size === 2 ? fullest : ranked.slice(0, MOST_IN_THREES);
    const found = [...chooseSets(among, size)]
      .filter((set) => areCompatible(set) && scoreAfter(search, set).tier <= search.aim)
      .map((set) => reduceTimes(search, set, variants));
    if (found.length > 0) return pickLikeliest(found);
  }
  return [];
}

/** What comes of a set: its score as of an instant, and for how long the tier lasts. */
function toOption(search: Search, actions: LiftAction[], scoredAt: number): LiftOption {
  const { compiled, measures, aim } = search;
  const { prepared } = applyActions(compiled, search.prepared, actions, measures.asOf);
  const after = measureLead(compiled, prepared, measures.asOf);
  const reachesNow = scoreMeasures(compiled, after).tier <= aim;
  const lost = reachesNow ? findTierChange(compiled, prepared, after, aim) : null;
  const until = reachesNow ? (lost?.at ?? null) : measures.asOf;
  const shown = scoreMeasures(compiled, measureLead(compiled, prepared, scoredAt));
  const { fit, intent, score } = shown;
  return {
    actions,
    fit,
    intent,
    score,
    reaches: until === null || until > scoredAt || scoredAt === measures.asOf,
    until,
  };
}

function findShortfalls(search: Search, choices: readonly LiftAction[][], target: Tier): Shortfall[] {
  const all = choices.flatMap((variants) => variants.filter(({ kind }) => kind !== 'fact').at(-1) ?? []);
  const most = scoreAfter(search, all);
  const wanted = [
    { figure: 'fit', has: most.fit, needs: target.minFit },
    { figure: 'intent', has: most.intent, needs: target.minIntent },
    { figure: 'score', has: most.score, needs: target.minScore },
  ] as const;
  return wanted.filter(({ has, needs }) => has < needs);
}

/** The score as of an instant after one action, without asking how long it lasts. */
function scoreThen({ compiled, prepared, measures }: Search, action: LiftAction, asOf: number): number {
  const changed = applyActions(compiled, prepared, [action], measures.asOf).prepared;
  return scoreMeasures(compiled, measureLead(compiled, changed, asOf)).score;
}

/** What keeps a lead in the best tier beyond the instant at which it would lose it, and what would lose it at once. */
function listKeeping(search: Search, choices: readonly LiftAction[][], lostAt: number): LiftOption[] {
  const { compiled, prepared, measures, aim } = search;
  const keeping = choices
    .flatMap(([first]) => (first && first.kind !== 'fact' ? [first] : []))
    .map((action) => ({ action, score: scoreThen(search, action, lostAt) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_OPTIONS - 1)
    .map(({ action }) => toOption(search, [action], lostAt))
    .sort((a, b) => (b.until ?? Infinity) - (a.until ?? Infinity) || b.score - a.score);
  const [worst] = listHarm(compiled, prepared, measures)
    .map((action) => ({ action, after: scoreAfter(search, [action]) }))
    .filter(({ after }) => after.tier > aim)
    .sort((a, b) => a.after.score - b.after.score);
  return worst ? [...keeping, toOption(search, [worst.action], lostAt)] : keeping;
}

/**
 * What would lift a lead to the next better tier as of an instant: the smallest sets of things that could still happen,
 * at most three at a time, found by letting them happen and scoring by the engine itself. For a lead in the best tier:
 * single things that would keep it there, and until when.
 *
 * Of sets of the same size the likeliest come first: what asks for fewer points' worth, what was done before, what the
 * lead can do alone. Facts are thought of only where they are unknown, and come last.
 *
 * @param ownEvents see `scoreLead`, as the rest.
 * @returns null when the rubric has one tier only.
 * @throws RangeError when `asOf` is not an instant.
 * @example findLift(compiled, lead, events, events, now)?.options[0]?.actions
 */
export function findLift(
  compiled: CompiledRubric,
  lead: LeadInput,
  ownEvents: EventSource,
  companyEvents: EventSource,
  asOf: Instant,
): Lift | null {
  const { tiers } = compiled.rubric;
  const prepared = prepareLead(compiled, lead, ownEvents, companyEvents);
  const measures = measureLead(compiled, prepared, requireMilliseconds(asOf));
  const { tier, fit, intent, score } = scoreMeasures(compiled, measures);
  const keeps = tier === 0;
  const aim = keeps ? 0 : tier - 1;
  const target = tiers[aim];
  if (!target || tiers.length < 2) return null;
  const search: Search = { compiled, prepared, measures, aim };
  const disqualified = measures.disqualified.includes(1);
  const shared = { tier: tiers[tier]?.name ?? '', target, keeps, fit, intent, score, disqualified };
  const nothing = { lostAt: null, options: [], shortfalls: [] };
  if (disqualified) return { ...shared, ...nothing };
  const choices = listActions(compiled, prepared, measures);
  if (keeps) {
    const lostAt = findTierChange(compiled, prepared, measures)?.at ?? null;
    const options = lostAt === null ? [] : listKeeping(search, choices, lostAt);
    return { ...shared, lostAt, options, shortfalls: [] };
  }
  const options = findSets(search, choices).map((set) => toOption(search, set, measures.asOf));
  const canDoIt = options.some(({ actions }) => actions.every(({ kind }) => kind !== 'fact'));
  const shortfalls = canDoIt ? [] : findShortfalls(search, choices, target);
  return { ...shared, lostAt: null, options, shortfalls };
}
