import { checkCondition } from './check-condition';
import { checkFitCriterion, checkIntentCriterion } from './check-criterion';
import { FaultList, joinPath } from './fault-list';
import { RUBRIC_FORMAT, type Axis, type ParsedRubric, type Rubric } from './types';

/** Notes a name that the same kind of thing already bears. */
class NameRegister {
  private readonly firstPaths = new Map<string, string>();

  constructor(private readonly faults: FaultList) {}

  add(value: unknown, path: string): void {
    const name = this.faults.readText(value, path);
    if (name === '') return;
    const first = this.firstPaths.get(name);
    if (first === undefined) this.firstPaths.set(name, path);
    else this.faults.add(path, `is repeated: "${name}" is already at ${first}`);
  }
}

interface Registers {
  groups: NameRegister;
  criteria: NameRegister;
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
}

function checkGroup(value: unknown, path: string, axis: Axis, registers: Registers, faults: FaultList): void {
  const group = faults.readObject(value, path, ['id', 'label', 'min', 'max', 'criteria']);
  if (!group) return;
  registers.groups.add(group.id, joinPath(path, 'id'));
  faults.readText(group.label, joinPath(path, 'label'));
  const minPath = joinPath(path, 'min');
  const min = group.min === undefined ? Number.NaN : faults.readNumber(group.min, minPath);
  const max = group.max === undefined ? Number.NaN : faults.readNumber(group.max, joinPath(path, 'max'));
  if (min > max) faults.add(minPath, `must not be more than max: ${min} > ${max}`);
  const criteriaPath = joinPath(path, 'criteria');
  const checkCriterion = axis === 'fit' ? checkFitCriterion : checkIntentCriterion;
  faults.readList(group.criteria, criteriaPath).forEach((criterion, place) => {
    const criterionPath = joinPath(criteriaPath, place);
    const count = faults.issues.length;
    checkCriterion(criterion, criterionPath, faults);
    const readable = typeof criterion === 'object' && criterion !== null && !Array.isArray(criterion);
    if (readable || faults.issues.length === count) {
      registers.criteria.add(idOf(criterion), joinPath(criterionPath, 'id'));
    }
  });
}

function checkAxis(value: unknown, axis: Axis, registers: Registers, faults: FaultList): void {
  const json = faults.readObject(value, axis, ['groups']);
  if (!json) return;
  const path = joinPath(axis, 'groups');
  faults.readList(json.groups, path).forEach((group, place) => {
    checkGroup(group, joinPath(path, place), axis, registers, faults);
  });
}

function checkDisqualifiers(value: unknown, faults: FaultList): void {
  const register = new NameRegister(faults);
  faults.readList(value, 'disqualifiers').forEach((one, place) => {
    const path = joinPath('disqualifiers', place);
    const json = faults.readObject(one, path, ['id', 'label', 'when']);
    if (!json) return;
    register.add(json.id, joinPath(path, 'id'));
    faults.readText(json.label, joinPath(path, 'label'));
    checkCondition(json.when, joinPath(path, 'when'), 'lead', faults);
  });
}

const MINIMUMS = ['minScore', 'minFit', 'minIntent'] as const;

function checkTiers(value: unknown, faults: FaultList): void {
  const tiers = faults.readList(value, 'tiers');
  if (Array.isArray(value) && tiers.length === 0) faults.add('tiers', 'must have at least one tier');
  const register = new NameRegister(faults);
  tiers.forEach((one, place) => {
    const path = joinPath('tiers', place);
    const tier = faults.readObject(one, path, ['name', ...MINIMUMS, 'action']);
    if (!tier) return;
    register.add(tier.name, joinPath(path, 'name'));
    faults.readChoice(tier.action, joinPath(path, 'action'), ['route', 'nurture', 'hold']);
    for (const key of MINIMUMS) {
      const minimum = faults.readNumber(tier[key], joinPath(path, key));
      if (place === tiers.length - 1 && minimum > 0) {
        faults.add(joinPath(path, key), `must be 0, not ${minimum}: the last tier accepts every lead`);
      }
    }
  });
}

function checkWeightAndGrid(fitWeight: unknown, grid: unknown, faults: FaultList): void {
  const weight = faults.readNumber(fitWeight, 'fitWeight');
  if (weight < 0 || weight > 1) faults.add('fitWeight', `must be from 0 to 1, not ${weight}`);
  const cuts = faults.readObject(grid, 'grid', ['fitCut', 'intentCut']);
  if (!cuts) return;
  faults.readNumber(cuts.fitCut, 'grid.fitCut');
  faults.readNumber(cuts.intentCut, 'grid.intentCut');
}

const RUBRIC_KEYS = ['format', 'name', 'fit', 'intent', 'disqualifiers', 'fitWeight', 'grid', 'tiers'];

function checkRubric(json: unknown, faults: FaultList): json is Rubric {
  const rubric = faults.readObject(json, '', RUBRIC_KEYS);
  if (!rubric) return false;
  faults.readChoice(rubric.format, 'format', [RUBRIC_FORMAT]);
  faults.readText(rubric.name, 'name');
  const registers = { groups: new NameRegister(faults), criteria: new NameRegister(faults) };
  checkAxis(rubric.fit, 'fit', registers, faults);
  checkAxis(rubric.intent, 'intent', registers, faults);
  checkDisqualifiers(rubric.disqualifiers, faults);
  checkWeightAndGrid(rubric.fitWeight, rubric.grid, faults);
  checkTiers(rubric.tiers, faults);
  return faults.issues.length === 0;
}

/**
 * Checks a rubric file of the format `leadgrid.rubric/1`.
 *
 * Ids must be unique among groups, among criteria and among disqualifiers, fit and intent together; tier names too.
 *
 * @param json the parsed JSON, of which nothing is believed.
 * @returns the rubric, or every fault found with its path, such as `intent.groups[0].criteria[2].decay.days`.
 */
export function parseRubric(json: unknown): ParsedRubric {
  const faults = new FaultList();
  if (checkRubric(json, faults)) return { ok: true, rubric: json };
  return { ok: false, issues: faults.issues };
}
