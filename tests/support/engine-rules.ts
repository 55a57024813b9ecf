import type { RulesLogic } from 'json-logic-js';
import type { TopLevelCondition } from 'json-rules-engine';
import type { Comparison, Condition, LeadInput, Scalar } from '@/lib/scoring/types';

const EMPLOYEES = 'company.employees';
const INDUSTRY = 'company.industry';
const TECHNOLOGIES = 'company.technologies';

/** Twenty fit rules of the kinds that real rubrics have. */
export const FIT_RULES: readonly Condition[] = [
  { field: EMPLOYEES, op: 'between', value: [201, 1000] },
  { field: EMPLOYEES, op: 'lt', value: 10 },
  { field: INDUSTRY, op: 'in', value: ['SaaS', 'Fintech', 'Industrial software'] },
  { field: INDUSTRY, op: 'neq', value: 'Retail' },
  { field: 'company.revenue', op: 'gte', value: 10_000_000 },
  { field: 'country', op: 'in', value: ['Germany', 'France', 'United Kingdom', 'Spain'] },
  { field: 'title', op: 'contains_word', value: ['VP', 'director', 'head', 'chief'] },
  { field: 'title', op: 'contains_word', value: ['student', 'intern'] },
  { field: 'title', op: 'contains', value: 'sales' },
  { field: TECHNOLOGIES, op: 'eq', value: 'Salesforce' },
  { field: TECHNOLOGIES, op: 'eq', value: 'HubSpot' },
  { field: 'email.kind', op: 'eq', value: 'personal' },
  { field: 'email.domain', op: 'ends_with', value: '.edu' },
  { field: 'email.role', op: 'is_true' },
  { field: 'custom.plan', op: 'is_set' },
  { field: 'custom.seats', op: 'gt', value: 50 },
  {
    all: [
      { field: 'country', op: 'in', value: ['Germany', 'France'] },
      { field: EMPLOYEES, op: 'gte', value: 50 },
    ],
  },
  {
    any: [
      { field: INDUSTRY, op: 'eq', value: 'SaaS' },
      { field: TECHNOLOGIES, op: 'eq', value: 'AWS' },
    ],
  },
  { not: { field: 'department', op: 'eq', value: 'Finance' } },
  {
    all: [
      { field: 'decisionMaker', op: 'is_true' },
      { field: 'title', op: 'contains_word', value: 'chief' },
    ],
  },
];

/** What the other engines are given of a lead: one level of facts, already in lower case. */
export type Facts = Record<string, unknown>;

function lower(value: unknown): unknown {
  return typeof value === 'string' ? value.trim().toLowerCase() : (value ?? null);
}

/** A field's name among the facts. */
function factOf(field: string): string {
  return field.replaceAll('.', '_');
}

/**
 * Prepares the facts that the other engines need to answer at all: lower case, split words, derived fields. It is done
 * for them outside the timing; ours reads the raw lead within it.
 */
export function prepareFacts(lead: LeadInput, derived: { kind: unknown; role: unknown }): Facts {
  const { title, department, country, decisionMaker } = lead.attributes;
  const custom: unknown = lead.attributes.custom;
  const { plan = null, seats = null } = typeof custom === 'object' && custom ? ({ ...custom } as Facts) : {};
  const technologies = lead.company?.technologies;
  const words = String(lower(title) ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    company_employees: lead.company?.employees ?? null,
    company_industry: lower(lead.company?.industry),
    company_revenue: lead.company?.revenue ?? null,
    company_technologies: Array.isArray(technologies) ? technologies.map(lower) : [],
    country: lower(country),
    department: lower(department),
    decisionMaker: decisionMaker ?? null,
    title: lower(title),
    title_words: words,
    email_kind: derived.kind,
    email_role: derived.role,
    email_domain: lower(lead.email?.split('@').at(-1)),
    custom_plan: lower(plan),
    custom_seats: seats,
  };
}

function valuesOf({ value }: Comparison): Scalar[] {
  const values: readonly Scalar[] = value === undefined ? [] : typeof value === 'object' ? value : [value];
  return values.map((one) => (typeof one === 'string' ? one.trim().toLowerCase() : one));
}

function refuse(op: string): never {
  throw new Error(`No translation of ${op}.`);
}

type JsonRule = TopLevelCondition | { fact: string; operator: string; value: unknown };

function translateToJsonRules(condition: Condition): JsonRule {
  if ('all' in condition) return { all: condition.all.map(translateToJsonRules) };
  if ('any' in condition) return { any: condition.any.map(translateToJsonRules) };
  if ('not' in condition) return { not: translateToJsonRules(condition.not) };
  const fact = factOf(condition.field);
  const values = valuesOf(condition);
  const [first, second] = values;
  const one = (operator: string, value: unknown, of = fact) => ({ fact: of, operator, value });
  switch (condition.op) {
    case 'eq':
      return condition.field === TECHNOLOGIES ? one('contains', first) : one('equal', first);
    case 'in':
      return one('in', values);
    case 'neq':
      return { all: [one('notEqual', null), one('notEqual', first)] };
    case 'contains_word':
      return { any: values.map((value) => one('contains', value, `${fact}_words`)) };
    case 'contains':
      return one('textContains', first);
    case 'ends_with':
      return one('textEndsWith', first);
    case 'gt':
      return one('greaterThan', first);
    case 'gte':
      return one('greaterThanInclusive', first);
    case 'lt':
      return one('lessThan', first);
    case 'between':
      return { all: [one('greaterThanInclusive', first), one('lessThanInclusive', second)] };
    case 'is_set':
      return one('notEqual', null);
    case 'is_true':
      return one('equal', true);
    default:
      return refuse(condition.op);
  }
}

/** A condition as json-rules-engine takes it, which wants a combination at the top. */
export function toJsonRules(condition: Condition): TopLevelCondition {
  const translated = translateToJsonRules(condition);
  return 'fact' in translated ? { all: [translated] } : translated;
}

/** A condition as json-logic-js takes it. */
export function toJsonLogic(condition: Condition): RulesLogic {
  if ('all' in condition) return { and: condition.all.map(toJsonLogic) };
  if ('any' in condition) return { or: condition.any.map(toJsonLogic) };
  if ('not' in condition) return { '!': [toJsonLogic(condition.not)] };
  const fact: RulesLogic = { var: factOf(condition.field) };
  const known: RulesLogic = { '!==': [fact, null] };
  const values = valuesOf(condition);
  const [first = null, second = null] = values;
  switch (condition.op) {
    case 'eq':
      return condition.field === TECHNOLOGIES ? { in: [first, fact] } : { '===': [fact, first] };
    case 'in':
      return { in: [fact, values] };
    case 'neq':
      return { and: [known, { '!==': [fact, first] }] };
    case 'contains_word':
      return {
        or: values.map((value): RulesLogic => ({ in: [value, { var: `${factOf(condition.field)}_words` }] })),
      };
    case 'contains':
      return { in: [first, fact] };
    case 'ends_with':
      return { '===': [{ substr: [fact, -String(first).length] }, first] };
    case 'gt':
      return { '>': [fact, first] };
    case 'gte':
      return { and: [known, { '>=': [fact, first] }] };
    case 'lt':
      return { and: [known, { '<': [fact, first] }] };
    case 'between':
      return { '<=': [first, fact, second] };
    case 'is_set':
      return known;
    case 'is_true':
      return { '===': [fact, true] };
    default:
      return refuse(condition.op);
  }
}
