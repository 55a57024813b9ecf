'use client';

import { useMemo, useState } from 'react';
import { QueryBuilder, type Field, type RuleGroupType } from 'react-querybuilder';
import { toCanonicalJson } from '@/lib/rubrics/same-json';
import { isOperatorName, OPERATORS } from '@/lib/scoring/operators';
import type { Condition } from '@/lib/scoring/types';
import { listOperators, type SegmentField } from '@/lib/segments/segment-rows';
import { BuilderContext, type FindValues } from './builder-context';
import { BuilderAction, BuilderNot, BuilderSelect, BuilderValue } from './builder-controls';
import { fromQuery, listComparisons, toQuery } from './condition-query';

export interface ConditionBuilderProps {
  condition: Condition;
  /** What the condition can be about. */
  fields: readonly SegmentField[];
  /** Which values of a field occur. */
  findValues: FindValues;
  onChange: (condition: Condition) => void;
}

const COMBINATORS = [
  { name: 'and', label: 'all of these hold' },
  { name: 'or', label: 'any of these holds' },
];

const CONTROLS = {
  actionElement: BuilderAction,
  notToggle: BuilderNot,
  valueSelector: BuilderSelect,
  valueEditor: BuilderValue,
};

const CLASSES = {
  ruleGroup: 'flex flex-col gap-1.5 rounded border border-line bg-sunk p-2',
  header: 'flex flex-wrap items-center gap-1.5',
  body: 'flex flex-col gap-1.5',
  rule: 'flex flex-wrap items-center gap-1.5',
};

const TRANSLATIONS = {
  fields: { title: 'Field' },
  operators: { title: 'Comparison' },
  value: { title: 'Value' },
  combinators: { title: 'How many have to hold' },
  addRule: { label: 'Condition', title: 'Add a condition' },
  addGroup: { label: 'Group', title: 'Add a group of conditions' },
  removeRule: { label: '×', title: 'Remove the condition' },
  removeGroup: { label: '×', title: 'Remove the group of conditions' },
  notToggle: { label: 'not', title: 'The opposite' },
};

/** A condition to be built of fields that occur and comparisons that fit them; unfinished ones are kept as they are. */
export default function ConditionBuilder({ condition, fields, findValues, onChange }: ConditionBuilderProps) {
  // The builder gives its rules ids, which no condition has: it holds them for as long as they say the same.
  const [query, setQuery] = useState<RuleGroupType>(() => toQuery(condition));
  const isOurs = toCanonicalJson(fromQuery(query)) === toCanonicalJson(fromQuery(toQuery(condition)));
  if (!isOurs) setQuery(toQuery(condition));

  const offered = useMemo(() => offerFields(fields, condition), [fields, condition]);
  const getOperators = (path: string) => {
    const type = fields.find((field) => field.path === path)?.type ?? 'text';
    const used = listComparisons(fromQuery(query)).flatMap(({ field, op }) => (field === path ? [op] : []));
    return [...new Set([...listOperators(type), ...used])]
      .filter((op) => op !== 'in' && op !== 'not_in')
      .map((op) => ({ name: op, label: OPERATORS[op].label }));
  };
  const context = useMemo(() => ({ fields, findValues }), [fields, findValues]);
  return (
    <BuilderContext value={context}>
      <QueryBuilder
        query={query}
        onQueryChange={(next) => {
          setQuery(next);
          const built = fromQuery(next);
          if (toCanonicalJson(built) !== toCanonicalJson(fromQuery(query))) onChange(built);
        }}
        fields={offered}
        getOperators={getOperators}
        getDefaultOperator={(path) =>
          getOperators(path).find(({ name }) => isOperatorName(name))?.name ?? 'eq'
        }
        combinators={COMBINATORS}
        controlElements={CONTROLS}
        controlClassnames={CLASSES}
        translations={TRANSLATIONS}
        resetOnOperatorChange={false}
        showNotToggle
        maxLevels={4}
      />
    </BuilderContext>
  );
}

/** Fields to choose from: what is known, and what the condition asks about although nothing has it. */
function offerFields(fields: readonly SegmentField[], condition: Condition): Field[] {
  const known = new Set(fields.map(({ path }) => path));
  const strange = listComparisons(condition).flatMap(({ field }) => (known.has(field) ? [] : [field]));
  return [
    ...[...new Set(strange)].map((path) => ({
      name: path,
      label: path === '' ? 'Choose a field …' : `${path} (does not occur)`,
    })),
    ...fields.map(({ path, label }) => ({ name: path, label })),
  ];
}
