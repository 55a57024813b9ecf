import { joinPath, type FaultList } from './fault-list';
import { findPathFault } from './fields';
import { isOperatorName, OPERATORS, wordsOf, type OperandKind } from './operators';

/** How deep conditions may stand within conditions. */
const DEEPEST = 100;

const SHAPES = ['all', 'any', 'not', 'field'] as const;

type Check = (value: unknown, path: string, faults: FaultList) => void;

function checkText(value: string, path: string, faults: FaultList): void {
  if (value.trim() === '') faults.add(path, 'must not be empty text');
}

function checkEach(checkOne: Check): Check {
  return (value, path, faults) => {
    if (!Array.isArray(value)) return checkOne(value, path, faults);
    if (value.length === 0) faults.add(path, 'must hold at least one value');
    value.forEach((one, place) => checkOne(one, joinPath(path, place), faults));
  };
}

const checkNumber: Check = (value, path, faults) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) faults.add(path, 'must be a finite number');
};

const checkRange: Check = (value, path, faults) => {
  if (!Array.isArray(value) || value.length !== 2) {
    return faults.add(path, 'must be two numbers: [lowest, highest]');
  }
  const count = faults.issues.length;
  value.forEach((one, place) => checkNumber(one, joinPath(path, place), faults));
  if (faults.issues.length === count && value[0] > value[1]) {
    faults.add(path, `must give the lower number first, not [${value.join(', ')}]`);
  }
};

/** What an operator's value has to look like. */
const OPERAND_CHECKS: Readonly<Record<OperandKind, Check>> = {
  none: (value, path, faults) => {
    if (value !== undefined) faults.add(path, 'must be left out: the operator takes no value');
  },
  scalars: checkEach((value, path, faults) => {
    if (typeof value === 'string') checkText(value, path, faults);
    else if (typeof value === 'number') checkNumber(value, path, faults);
    else if (typeof value !== 'boolean') faults.add(path, 'must be text, a number, true or false');
  }),
  texts: checkEach((value, path, faults) => {
    if (typeof value === 'string') checkText(value, path, faults);
    else faults.add(path, 'must be text');
  }),
  words: checkEach((value, path, faults) => {
    if (typeof value !== 'string') faults.add(path, 'must be text');
    else if (wordsOf(value).trim() === '') faults.add(path, 'must have a letter or a digit');
  }),
  number: checkNumber,
  range: checkRange,
  days: checkNumber,
};

function checkComparison(value: unknown, path: string, of: 'lead' | 'event', faults: FaultList): void {
  const comparison = faults.readObject(value, path, ['field', 'op', 'value']);
  if (!comparison) return;
  const fieldPath = joinPath(path, 'field');
  const field = faults.readText(comparison.field, fieldPath);
  const fault = field === '' ? null : findPathFault(field, of);
  if (fault) faults.add(fieldPath, `"${field}" ${fault}`);
  const { op } = comparison;
  if (typeof op !== 'string' || !isOperatorName(op)) {
    const found = op === undefined ? 'is missing' : `is unknown: ${JSON.stringify(op)}`;
    return faults.add(joinPath(path, 'op'), `${found}; it must be ${Object.keys(OPERATORS).join(', ')}`);
  }
  OPERAND_CHECKS[OPERATORS[op].operand](comparison.value, joinPath(path, 'value'), faults);
}

/**
 * Notes whatever keeps a value from being a condition.
 *
 * @param of what the fields are of: a lead, or an event's properties.
 */
export function checkCondition(
  value: unknown,
  path: string,
  of: 'lead' | 'event',
  faults: FaultList,
  depth = 0,
): void {
  if (depth > DEEPEST) return faults.add(path, `must not stand more than ${DEEPEST} conditions deep`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return faults.add(path, value === undefined ? 'is missing' : 'must be a condition');
  }
  const shape = SHAPES.find((name) => name in value);
  if (shape === 'field' || 'op' in value) return checkComparison(value, path, of, faults);
  if (!shape) return faults.add(path, 'must have one of all, any, not or field');
  const part = faults.readObject(value, path, [shape])?.[shape];
  const partPath = joinPath(path, shape);
  if (shape === 'not') return checkCondition(part, partPath, of, faults, depth + 1);
  faults.readList(part, partPath).forEach((one, place) => {
    checkCondition(one, joinPath(partPath, place), of, faults, depth + 1);
  });
}
