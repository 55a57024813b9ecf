import type { RuleGroupType, RuleType } from 'react-querybuilder';
import { isOperatorName, listOperand, OPERATORS, type OperandKind } from '@/lib/scoring/operators';
import type { Comparison, Condition, OperandValue, OperatorName, Scalar } from '@/lib/scoring/types';

/** A condition as the builder holds it: groups of rules. */
export type ConditionQuery = RuleGroupType;

type Part = RuleGroupType | RuleType;

const FIRST_DAYS = 30;
const FIRST_RANGE = [0, 100] as const;

/** A condition for the builder. "Is one of" and "is none of" say no more than "is" and "is not" of several values. */
export function toQuery(condition: Condition): ConditionQuery {
  const part = toPart(condition);
  return 'rules' in part ? part : { combinator: 'and', rules: [part] };
}

function toPart(condition: Condition): Part {
  if ('field' in condition) return toRule(condition);
  if ('all' in condition) return { combinator: 'and', rules: condition.all.map(toPart) };
  if ('any' in condition) return { combinator: 'or', rules: condition.any.map(toPart) };
  const inner = toPart(condition.not);
  if ('rules' in inner && !inner.not) return { ...inner, not: true };
  return { combinator: 'and', not: true, rules: [inner] };
}

function toRule({ field, op, value }: Comparison): RuleType {
  const plain = op === 'in' ? 'eq' : op === 'not_in' ? 'neq' : op;
  return { field, operator: plain, value };
}

/** The condition that the builder holds. */
export function fromQuery(query: ConditionQuery): Condition {
  return fromPart(query);
}

function fromPart(part: Part): Condition {
  if (!('rules' in part)) return fromRule(part);
  const parts = part.rules.map(fromPart);
  const [only] = parts;
  const plain: Condition =
    parts.length === 1 && only ? only : part.combinator === 'or' ? { any: parts } : { all: parts };
  return part.not ? { not: plain } : plain;
}

function fromRule({ field, operator, value }: RuleType): Comparison {
  const op: OperatorName = isOperatorName(operator) ? operator : 'eq';
  const fitting = fitValue(OPERATORS[op].operand, value);
  return fitting === undefined ? { field, op } : { field, op, value: fitting };
}

/** A value as an operator takes it: what it had where that fits, else where one may begin. */
export function fitValue(operand: OperandKind, value: unknown): OperandValue {
  const values = listOperand(isOperand(value) ? value : undefined).filter((one) => one !== '');
  const numbers = values.filter((one) => typeof one === 'number');
  switch (operand) {
    case 'none':
      return undefined;
    case 'number':
      return numbers[0] ?? 0;
    case 'days':
      return numbers[0] ?? FIRST_DAYS;
    case 'range':
      return numbers.length === 2 ? numbers : [...FIRST_RANGE];
    case 'scalars':
      return unwrap(values);
    case 'texts':
    case 'words':
      return unwrap(values.map(String));
  }
}

function unwrap(values: readonly Scalar[]): OperandValue {
  const [only = ''] = values;
  return values.length > 1 ? values : only;
}

function isOperand(value: unknown): value is OperandValue {
  return value === undefined || isScalar(value) || (Array.isArray(value) && value.every(isScalar));
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The comparisons of a condition, in their order. */
export function listComparisons(condition: Condition): Comparison[] {
  if ('field' in condition) return [condition];
  if ('not' in condition) return listComparisons(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(listComparisons);
}
