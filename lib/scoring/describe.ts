import { listOperand, OPERATORS } from './operators';
import type { Comparison, Condition, Decay, IntentCriterion, Scalar } from './types';

/** What fields and event types are called, by their path and key; what is not named is said by its path. */
export interface Labels {
  fields?: Readonly<Record<string, string>>;
  eventTypes?: Readonly<Record<string, string>>;
}

const OWN_LABELS: Readonly<Record<string, string>> = {
  email: 'e-mail',
  'email.domain': 'e-mail domain',
  'email.kind': 'kind of e-mail',
  'email.role': 'role mailbox',
  createdAt: 'creation',
};

/** A key or path as words: `company.jobTitle` becomes "company job title", `page_viewed` "page viewed". */
function wordsOfKey(key: string): string {
  return key
    .replace(/^custom\./, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[._]+/g, ' ');
}

function nameField(path: string, { fields = {} }: Labels): string {
  return fields[path] ?? OWN_LABELS[path] ?? wordsOfKey(path);
}

function nameEventTypes(on: string | string[] | undefined, { eventTypes = {} }: Labels): string {
  if (on === undefined) return 'any event';
  return joinWords(
    (typeof on === 'string' ? [on] : on).map((type) => eventTypes[type] ?? wordsOfKey(type)),
    'or',
  );
}

/** A number with a comma between thousands and a real minus sign. */
export function describeNumber(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${value < 0 ? '−' : ''}${fraction === undefined ? grouped : `${grouped}.${fraction}`}`;
}

/** Words in the middle of a sentence: "Requested a demo" as "requested a demo", "VP or head" as it is. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** A duration in words: "7 days". */
export function describeDays(days: number): string {
  return `${describeNumber(days)} ${days === 1 ? 'day' : 'days'}`;
}

function joinWords(parts: readonly string[], last: 'and' | 'or'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`;
}

function describeScalar(value: Scalar): string {
  if (typeof value === 'number') return describeNumber(value);
  return typeof value === 'boolean' ? String(value) : value.trim();
}

function describeOperand({ op, value }: Comparison): string {
  const values = listOperand(value);
  const { operand } = OPERATORS[op];
  const [first] = values;
  if (operand === 'days') return describeDays(typeof first === 'number' ? first : 0);
  return joinWords(values.map(describeScalar), operand === 'range' ? 'and' : 'or');
}

function describeParts(parts: readonly Condition[], joint: 'and' | 'or', labels: Labels): string {
  const words = parts.map((part) => {
    const compound = ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1);
    return compound && parts.length > 1
      ? `(${describeCondition(part, labels)})`
      : describeCondition(part, labels);
  });
  return words.join(` ${joint} `);
}

/**
 * A condition in words.
 *
 * @example describeCondition({ field: 'title', op: 'contains_word', value: ['VP', 'head'] })
 * // 'title has the word VP or head'
 */
export function describeCondition(condition: Condition, labels: Labels = {}): string {
  if ('field' in condition) {
    return `${nameField(condition.field, labels)} ${OPERATORS[condition.op].describe(describeOperand(condition))}`;
  }
  if ('not' in condition) return `not (${describeCondition(condition.not, labels)})`;
  if ('all' in condition) {
    return condition.all.length === 0 ? 'always' : describeParts(condition.all, 'and', labels);
  }
  return condition.any.length === 0 ? 'never' : describeParts(condition.any, 'or', labels);
}

/** How long evidence counts, in words: "half in 14 days", "to zero in 45 days", "gone after 7 days", "stays". */
export function describeDecay(decay: Decay): string {
  switch (decay.kind) {
    case 'none':
      return 'stays';
    case 'half_life':
      return `half in ${describeDays(decay.days)}`;
    case 'linear':
      return `to zero in ${describeDays(decay.days)}`;
    case 'expire':
      return `gone after ${describeDays(decay.days)}`;
  }
}

const COUNTED = { events: '', leads: ' people', days: ' different days' };

function describeKind(criterion: IntentCriterion): string[] {
  switch (criterion.kind) {
    case 'each':
      return criterion.limit === undefined ? [] : [`newest ${describeNumber(criterion.limit)} count`];
    case 'threshold': {
      const { atLeast, count, withinDays } = criterion;
      return [`at least ${describeNumber(atLeast)}${COUNTED[count]} in ${describeDays(withinDays)}`];
    }
    case 'inactivity':
      return [`none for ${describeDays(criterion.days)}`];
  }
}

/**
 * What an intent criterion counts, in words; its decay is said by {@link describeDecay}.
 *
 * @example 'page viewed, path starts with /pricing, at least 3 in 7 days'
 */
export function describeIntent(criterion: IntentCriterion, labels: Labels = {}): string {
  const { on, where, scope } = criterion;
  return [
    nameEventTypes(on, labels),
    ...(where ? [describeCondition(where, labels)] : []),
    ...(scope === 'company' ? ['anyone at the company'] : []),
    ...describeKind(criterion),
  ].join(', ');
}
