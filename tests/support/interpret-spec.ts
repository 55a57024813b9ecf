import type {
  Comparison,
  Condition,
  EventInput,
  Group,
  IntentCriterion,
  LeadInput,
  Lists,
  Rubric,
  Score,
} from '@/lib/scoring/types';

/**
 * The scoring specification read aloud, sentence by sentence, with no thought for speed and no code of the engine's. The
 * engine is compared with it. Instants must be ISO text that Date.parse reads the same way.
 */

const DAY = 24 * 60 * 60 * 1000;

interface World {
  rubric: Rubric;
  lists: Lists;
  leads: readonly LeadInput[];
  events: readonly EventInput[];
  asOf: number;
}

function isUnknown(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) ? value.filter((element) => !isUnknown(element)).length === 0 : false;
}

function walk(from: unknown, names: string[]): unknown {
  let at = from;
  for (const name of names) {
    if (typeof at !== 'object' || at === null || Array.isArray(at)) return undefined;
    at = Object.entries(at).find(([key]) => key === name)?.[1];
  }
  return at;
}

function isListed(domain: string, list: readonly string[]): boolean {
  return list.some((listed) => domain === listed || domain.endsWith(`.${listed}`));
}

function fieldOf(lead: LeadInput, path: string, lists: Lists): unknown {
  const address = (lead.email ?? '').trim().toLowerCase();
  const parts = address.split('@');
  const domain = parts.length > 1 ? parts[parts.length - 1] : '';
  if (path === 'email') return lead.email;
  if (path === 'createdAt') return lead.createdAt;
  if (path === 'email.domain') return domain;
  if (path === 'email.role')
    return address === '' ? null : lists.roleNames.includes(parts.slice(0, -1).join('@'));
  if (path === 'email.kind') {
    if (!domain) return null;
    if (isListed(domain, lists.disposableDomains)) return 'disposable';
    return isListed(domain, lists.personalDomains) ? 'personal' : 'business';
  }
  const names = path.split('.');
  return names[0] === 'company' ? walk(lead.company, names.slice(1)) : walk(lead.attributes, names);
}

function clean(value: unknown): unknown {
  return typeof value === 'string' ? value.trim().toLowerCase() : value;
}

function splitWords(text: unknown): string[] {
  return String(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function hasRun(words: string[], run: string[]): boolean {
  return words.some((_, start) => run.every((word, i) => words[start + i] === word));
}

/** True, false, or null when the operator does not take a value of this type. */
function compareOne(value: unknown, { op, value: operand }: Comparison, asOf: number): boolean | null {
  const one = clean(value);
  const wanted: unknown[] = (Array.isArray(operand) ? operand : [operand]).map(clean);
  const isText = typeof one === 'string';
  const isNumber = typeof one === 'number';
  const text = isText ? one : '';
  const number = isNumber ? one : Number.NaN;
  const [first, second] = wanted.map(Number);
  const at = /^\d{4}-/.test(text) ? Date.parse(text.toUpperCase()) : Number.NaN;
  const age = (asOf - at) / DAY;
  switch (op) {
    case 'eq':
    case 'in':
      return isText || isNumber || typeof one === 'boolean' ? wanted.some((w) => w === one) : null;
    case 'neq':
    case 'not_in':
      return isText || isNumber || typeof one === 'boolean' ? !wanted.some((w) => w === one) : null;
    case 'contains':
      return isText ? wanted.some((w) => text.includes(String(w))) : null;
    case 'not_contains':
      return isText ? !wanted.some((w) => text.includes(String(w))) : null;
    case 'contains_word':
      return isText ? wanted.some((w) => hasRun(splitWords(text), splitWords(w))) : null;
    case 'starts_with':
      return isText ? wanted.some((w) => text.startsWith(String(w))) : null;
    case 'ends_with':
      return isText ? wanted.some((w) => text.endsWith(String(w))) : null;
    case 'gt':
      return isNumber ? number > (first ?? 0) : null;
    case 'gte':
      return isNumber ? number >= (first ?? 0) : null;
    case 'lt':
      return isNumber ? number < (first ?? 0) : null;
    case 'lte':
      return isNumber ? number <= (first ?? 0) : null;
    case 'between':
      return isNumber ? number >= (first ?? 0) && number <= (second ?? 0) : null;
    case 'is_set':
      return true;
    case 'is_not_set':
      return false;
    case 'is_true':
      return one === true;
    case 'is_false':
      return one === false;
    case 'within_days':
      return isText && 0 <= age && age <= (first ?? 0);
    case 'older_than_days':
      return isText && age > (first ?? 0);
  }
}

const NEGATIVE = ['neq', 'not_in', 'not_contains'];

function holds(condition: Condition, read: (path: string) => unknown, asOf: number): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, read, asOf));
  if ('any' in condition) return condition.any.some((part) => holds(part, read, asOf));
  if ('not' in condition) return !holds(condition.not, read, asOf);
  const value = read(condition.field);
  if (isUnknown(value)) return condition.op === 'is_not_set';
  const elements: unknown[] = Array.isArray(value) ? value.filter((element) => !isUnknown(element)) : [value];
  const answers = elements.map((element) => compareOne(element, condition, asOf));
  const taken = answers.filter((answer) => answer !== null);
  return NEGATIVE.includes(condition.op) ? taken.length > 0 && taken.every(Boolean) : taken.some(Boolean);
}

function atOf(event: EventInput): number {
  return Date.parse(String(event.at));
}

function matchingEvents(world: World, lead: LeadInput, criterion: IntentCriterion): EventInput[] {
  const { on, where, scope } = criterion;
  const companyOf = (id: string | null) => world.leads.find((other) => other.id === id)?.company?.id;
  const isMine = (event: EventInput): boolean => {
    if (scope !== 'company' || !lead.company) return event.leadId === lead.id;
    return event.leadId === null
      ? event.companyId === lead.company.id
      : companyOf(event.leadId) === lead.company.id;
  };
  const types = on === undefined ? null : [on].flat();
  return world.events
    .filter((event, i) => world.events.findIndex((other) => other.id === event.id) === i)
    .filter((event) => atOf(event) <= world.asOf)
    .filter(isMine)
    .filter((event) => types === null || types.includes(event.type))
    .filter((event) => !where || holds(where, (path) => walk(event.properties, path.split('.')), world.asOf))
    .sort((a, b) => atOf(b) - atOf(a));
}

function unitsOf(world: World, lead: LeadInput, criterion: IntentCriterion): number {
  const matching = matchingEvents(world, lead, criterion);
  const age = (event: EventInput) => (world.asOf - atOf(event)) / DAY;
  if (criterion.kind === 'inactivity') {
    const last = matching[0] ? atOf(matching[0]) : Date.parse(String(lead.createdAt));
    return (world.asOf - last) / DAY >= criterion.days ? 1 : 0;
  }
  if (criterion.kind === 'threshold') {
    const recent = matching.filter((event) => age(event) < criterion.withinDays);
    const keys = {
      events: recent.map((event) => event.id),
      leads: recent.flatMap((event) => event.leadId ?? []),
      days: recent.map((event) => new Date(atOf(event)).toISOString().slice(0, 10)),
    }[criterion.count];
    return new Set(keys).size >= criterion.atLeast ? 1 : 0;
  }
  const { decay, limit } = criterion;
  const counted = limit === undefined ? matching : matching.slice(0, limit);
  const weights = counted.map((event) => {
    if (decay.kind === 'none') return 1;
    if (decay.kind === 'half_life') return Math.pow(2, -age(event) / decay.days);
    if (decay.kind === 'linear') return Math.max(0, 1 - age(event) / decay.days);
    return age(event) < decay.days ? 1 : 0;
  });
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function round(x: number): number {
  return Math.floor(x + 0.5 + 1e-9);
}

function axisOf(groups: readonly Group[], contributions: Map<string, number>): number {
  const sums = groups.map((group) => {
    const sum = group.criteria.reduce((total, { id }) => total + (contributions.get(id) ?? 0), 0);
    return Math.min(Math.max(sum, group.min ?? -Infinity), group.max ?? Infinity);
  });
  const sum = sums.reduce((total, one) => total + one, 0);
  return round(Math.min(100, Math.max(0, sum)));
}

/** One lead's score as the specification has it, all but nextChangeAt. */
export function interpretScore(world: World, lead: LeadInput): Score {
  const { rubric, lists, asOf } = world;
  const read = (path: string) => fieldOf(lead, path, lists);
  const fitRows = rubric.fit.groups
    .flatMap((group) => group.criteria)
    .map(({ id, points, when }) => ({ id, points, units: holds(when, read, asOf) ? 1 : 0 }));
  const intentRows = rubric.intent.groups
    .flatMap((group) => group.criteria)
    .map((criterion) => ({ ...criterion, units: unitsOf(world, lead, criterion) }));
  const rows = [...fitRows, ...intentRows];
  const contributions = new Map(rows.map(({ id, points, units }) => [id, points * units]));
  const fit = axisOf(rubric.fit.groups, contributions);
  const intent = axisOf(rubric.intent.groups, contributions);
  const score = round(rubric.fitWeight * fit + (1 - rubric.fitWeight) * intent);
  const disqualifiedBy = rubric.disqualifiers
    .filter(({ when }) => holds(when, read, asOf))
    .map(({ id }) => id);
  const isOut = disqualifiedBy.length > 0;
  const tier = rubric.tiers.find(
    ({ minScore, minFit, minIntent }) => score >= minScore && fit >= minFit && intent >= minIntent,
  );
  const fits = fit >= rubric.grid.fitCut;
  const intends = intent >= rubric.grid.intentCut;
  return {
    fit,
    intent,
    score,
    tier: (isOut ? rubric.tiers.at(-1) : tier)?.name ?? '',
    quadrant: isOut
      ? 'deprioritize'
      : fits
        ? intends
          ? 'route_now'
          : 'nurture'
        : intends
          ? 'review'
          : 'deprioritize',
    disqualifiedBy,
    contributions: rows
      .filter(({ units }) => units !== 0)
      .map(({ id, points, units }) => ({ criterionId: id, units, points, contribution: points * units })),
  };
}
