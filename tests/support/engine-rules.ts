import type { AdditionalOperation, RulesLogic } from 'json-logic-js';
import type { TopLevelCondition } from 'json-rules-engine';
import { DEFAULT_LISTS } from '@/lib/scoring/default-lists';
import { createFieldReader, createLeadFields } from '@/lib/scoring/fields';
import { isUnknown } from '@/lib/scoring/known';
import { normaliseText, wordsOf } from '@/lib/scoring/operators';
import type { Comparison, Condition, LeadInput, OperatorName, Scalar } from '@/lib/scoring/types';

const EMPLOYEES = 'company.employees';
const INDUSTRY = 'company.industry';
const TECHNOLOGIES = 'company.technologies';

const SERVED = [
  'Germany',
  'Austria',
  'Switzerland',
  'United Kingdom',
  'United States',
  'France',
  'Spain',
  'Italy',
];

const isSenior: Condition = {
  field: 'title',
  op: 'contains_word',
  value: [
    'VP',
    'vice president',
    'director',
    'head',
    'chief',
    'CEO',
    'CRO',
    'CMO',
    'COO',
    'founder',
    'owner',
  ],
};

const isRevenueRole: Condition = {
  field: 'title',
  op: 'contains_word',
  value: ['sales', 'revenue', 'marketing', 'growth', 'commercial', 'business development', 'operations'],
};

const isStudent: Condition = {
  field: 'title',
  op: 'contains_word',
  value: ['student', 'intern', 'trainee', 'apprentice'],
};

/** Twenty fit rules such as a B2B rubric has. */
export const FIT_RULES: readonly Condition[] = [
  { field: EMPLOYEES, op: 'between', value: [201, 1000] },
  {
    any: [
      { field: EMPLOYEES, op: 'between', value: [51, 200] },
      { field: EMPLOYEES, op: 'between', value: [1001, 5000] },
    ],
  },
  { field: EMPLOYEES, op: 'lt', value: 10 },
  {
    field: INDUSTRY,
    op: 'contains_word',
    value: ['software', 'SaaS', 'technology', 'internet', 'fintech', 'insurance', 'telecoms', 'logistics'],
  },
  { field: INDUSTRY, op: 'contains_word', value: ['public sector', 'government', 'education', 'retail'] },
  { field: 'company.revenue', op: 'gte', value: 10_000_000 },
  { field: 'company.revenue', op: 'lt', value: 500_000 },
  { field: 'country', op: 'in', value: SERVED },
  { all: [{ field: 'country', op: 'is_set' }, { not: { field: 'country', op: 'in', value: SERVED } }] },
  { field: TECHNOLOGIES, op: 'in', value: ['Salesforce', 'HubSpot', 'Pipedrive', 'Microsoft Dynamics'] },
  {
    all: [
      { field: TECHNOLOGIES, op: 'in', value: ['AWS', 'Azure'] },
      { field: EMPLOYEES, op: 'gte', value: 50 },
    ],
  },
  { all: [isSenior, isRevenueRole] },
  { all: [isSenior, { not: isRevenueRole }] },
  { all: [isRevenueRole, { not: isSenior }, { not: isStudent }] },
  { field: 'decisionMaker', op: 'is_true' },
  isStudent,
  { field: 'email.kind', op: 'eq', value: 'personal' },
  { field: 'email.role', op: 'is_true' },
  {
    any: [
      { field: 'department', op: 'in', value: ['Sales', 'Revenue', 'Marketing'] },
      { field: 'title', op: 'contains', value: 'sales' },
    ],
  },
  { field: 'country', op: 'neq', value: 'United States' },
];

/** What the other engines are given of a lead: its attributes, e-mail and company under one name each. */
export type Facts = Record<string, unknown>;

export function toFacts({ attributes, email, company }: LeadInput): Facts {
  return { ...attributes, email, company };
}

const leadFields = createLeadFields(DEFAULT_LISTS);

/** The fields that this engine derives from the e-mail; the others are given a function for each. */
export const DERIVED_FACTS: Readonly<Record<string, (email: string) => unknown>> = Object.fromEntries(
  ['email.domain', 'email.kind', 'email.role'].map((path) => {
    const read = createFieldReader(leadFields, path);
    return [path, (email: string) => read({ id: '', email, createdAt: 0, attributes: {} })];
  }),
);

type TextTest = (text: string, wanted: readonly string[]) => boolean;

function onText(test: TextTest): (value: unknown, wanted: readonly string[]) => boolean {
  return (value, wanted) => {
    if (Array.isArray(value))
      return value.some((one) => typeof one === 'string' && test(normaliseText(one), wanted));
    return typeof value === 'string' && test(normaliseText(value), wanted);
  };
}

/** What the other engines lack: text compared trimmed and in lower case, whole words, and known or not. */
export const ADDED_OPERATIONS: Readonly<
  Record<string, (value: unknown, wanted: readonly string[]) => boolean>
> = {
  text_in: onText((text, wanted) => wanted.includes(text)),
  text_not_in: onText((text, wanted) => !wanted.includes(text)),
  text_contains: onText((text, wanted) => wanted.some((part) => text.includes(part))),
  text_ends_with: onText((text, wanted) => wanted.some((end) => text.endsWith(end))),
  text_has_word: onText((text, wanted) => {
    const words = wordsOf(text);
    return wanted.some((word) => words.includes(word));
  }),
  known: (value) => !isUnknown(value),
};

/** A comparison for the other engines: an added operation, or the name of the operator that each has itself. */
type Translation =
  | { added: string; wanted: readonly string[] }
  | { own: 'gt' | 'gte' | 'lt' | 'is_true'; wanted: Scalar }
  | { own: 'between'; low: Scalar; high: Scalar };

const ADDED_BY_OPERATOR: Partial<Record<OperatorName, string>> = {
  eq: 'text_in',
  in: 'text_in',
  neq: 'text_not_in',
  contains: 'text_contains',
  contains_word: 'text_has_word',
  ends_with: 'text_ends_with',
  is_set: 'known',
};

function translate({ op, value }: Comparison): Translation {
  const values: readonly Scalar[] = value === undefined ? [] : typeof value === 'object' ? value : [value];
  const [first = true, second = true] = values;
  const added = ADDED_BY_OPERATOR[op];
  if (added !== undefined) {
    const texts = values.map((one) => normaliseText(String(one)));
    return { added, wanted: op === 'contains_word' ? texts.map(wordsOf) : texts };
  }
  if (op === 'between') return { own: op, low: first, high: second };
  if (op === 'gt' || op === 'gte' || op === 'lt' || op === 'is_true') return { own: op, wanted: first };
  throw new Error(`There is no translation of ${op}.`);
}

type JsonRule = TopLevelCondition | { fact: string; path?: string; operator: string; value: unknown };

const JSON_RULES_OPERATORS = {
  gt: 'greaterThan',
  gte: 'greaterThanInclusive',
  lt: 'lessThan',
  is_true: 'equal',
};

function comparisonToJsonRules(comparison: Comparison): JsonRule {
  const [root = '', ...rest] = comparison.field.split('.');
  const isDerived = comparison.field in DERIVED_FACTS;
  const source =
    isDerived || rest.length === 0 ? { fact: comparison.field } : { fact: root, path: `$.${rest.join('.')}` };
  const translation = translate(comparison);
  if ('added' in translation) return { ...source, operator: translation.added, value: translation.wanted };
  if (translation.own !== 'between') {
    return { ...source, operator: JSON_RULES_OPERATORS[translation.own], value: translation.wanted };
  }
  return {
    all: [
      { ...source, operator: 'greaterThanInclusive', value: translation.low },
      { ...source, operator: 'lessThanInclusive', value: translation.high },
    ],
  };
}

function conditionToJsonRules(condition: Condition): JsonRule {
  if ('all' in condition) return { all: condition.all.map(conditionToJsonRules) };
  if ('any' in condition) return { any: condition.any.map(conditionToJsonRules) };
  if ('not' in condition) return { not: conditionToJsonRules(condition.not) };
  return comparisonToJsonRules(condition);
}

/** A condition as json-rules-engine takes it, which wants a combination at the top. */
export function toJsonRules(condition: Condition): TopLevelCondition {
  const translated = conditionToJsonRules(condition);
  return 'fact' in translated ? { all: [translated] } : translated;
}

const JSON_LOGIC_OPERATORS = { gt: '>', gte: '>=', lt: '<', is_true: '===' };

function comparisonToJsonLogic(comparison: Comparison): RulesLogic<AdditionalOperation> {
  const isDerived = comparison.field in DERIVED_FACTS;
  const fact = isDerived ? { [comparison.field]: [{ var: 'email' }] } : { var: comparison.field };
  const translation = translate(comparison);
  if ('added' in translation) return { [translation.added]: [fact, translation.wanted] };
  if (translation.own === 'between') return { '<=': [translation.low, fact, translation.high] };
  const holds = { [JSON_LOGIC_OPERATORS[translation.own]]: [fact, translation.wanted] };
  // To json-logic, null is less than 10.
  return translation.own === 'lt' ? { and: [{ '!==': [fact, null] }, holds] } : holds;
}

/** A condition as json-logic-js takes it. */
export function toJsonLogic(condition: Condition): RulesLogic<AdditionalOperation> {
  if ('all' in condition) return { and: condition.all.map(toJsonLogic) };
  if ('any' in condition) return { or: condition.any.map(toJsonLogic) };
  if ('not' in condition) return { '!': [toJsonLogic(condition.not)] };
  return comparisonToJsonLogic(condition);
}
