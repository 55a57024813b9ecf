import { checkCondition } from './check-condition';
import { joinPath, type FaultList, type JsonObject } from './fault-list';

const COMMON_KEYS = ['id', 'label', 'points', 'kind', 'on', 'where', 'scope'];

const KEYS_BY_KIND = {
  each: [...COMMON_KEYS, 'decay', 'limit'],
  threshold: [...COMMON_KEYS, 'count', 'atLeast', 'withinDays'],
  inactivity: [...COMMON_KEYS, 'days'],
};

const KINDS = ['each', 'threshold', 'inactivity'] as const;

function checkDecay(value: unknown, path: string, faults: FaultList): void {
  const decay = faults.readObject(value, path, ['kind', 'days']);
  if (!decay) return;
  const kind = faults.readChoice(decay.kind, joinPath(path, 'kind'), [
    'none',
    'half_life',
    'linear',
    'expire',
  ]);
  const daysPath = joinPath(path, 'days');
  if (kind === 'none') {
    if (decay.days !== undefined) faults.add(daysPath, 'must be left out: without decay there are no days');
  } else if (kind) {
    faults.readPositive(decay.days, daysPath);
  }
}

function checkEventTypes(value: unknown, path: string, faults: FaultList): void {
  if (!Array.isArray(value)) {
    faults.readText(value, path);
    return;
  }
  if (value.length === 0) faults.add(path, 'must name at least one event type');
  value.forEach((type, place) => faults.readText(type, joinPath(path, place)));
}

function checkKind(kind: (typeof KINDS)[number], json: JsonObject, path: string, faults: FaultList): void {
  switch (kind) {
    case 'each':
      checkDecay(json.decay, joinPath(path, 'decay'), faults);
      if (json.limit !== undefined) faults.readCount(json.limit, joinPath(path, 'limit'));
      return;
    case 'threshold':
      faults.readChoice(json.count, joinPath(path, 'count'), ['events', 'leads', 'days']);
      faults.readCount(json.atLeast, joinPath(path, 'atLeast'));
      faults.readPositive(json.withinDays, joinPath(path, 'withinDays'));
      return;
    case 'inactivity':
      faults.readPositive(json.days, joinPath(path, 'days'));
  }
}

/** Notes whatever keeps a value from being a fit criterion; its id is the caller's to check. */
export function checkFitCriterion(value: unknown, path: string, faults: FaultList): void {
  const json = faults.readObject(value, path, ['id', 'label', 'when', 'points']);
  if (!json) return;
  faults.readText(json.label, joinPath(path, 'label'));
  checkCondition(json.when, joinPath(path, 'when'), 'lead', faults);
  faults.readNumber(json.points, joinPath(path, 'points'));
}

/** Notes whatever keeps a value from being an intent criterion; its id is the caller's to check. */
export function checkIntentCriterion(value: unknown, path: string, faults: FaultList): void {
  const found = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const kind = KINDS.find((one) => one === found);
  const json = faults.readObject(value, path, kind ? KEYS_BY_KIND[kind] : Object.values(KEYS_BY_KIND).flat());
  if (!json) return;
  faults.readText(json.label, joinPath(path, 'label'));
  faults.readNumber(json.points, joinPath(path, 'points'));
  faults.readChoice(json.kind, joinPath(path, 'kind'), KINDS);
  if (json.on !== undefined || kind !== 'inactivity') checkEventTypes(json.on, joinPath(path, 'on'), faults);
  if (json.where !== undefined) checkCondition(json.where, joinPath(path, 'where'), 'event', faults);
  if (json.scope !== undefined) faults.readChoice(json.scope, joinPath(path, 'scope'), ['lead', 'company']);
  if (kind) checkKind(kind, json, path, faults);
}
