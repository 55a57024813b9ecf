'use client';

import { Plus, X } from 'lucide-react';
import { useContext, useEffect, useState } from 'react';
import {
  toFlatOptionArray,
  type ActionProps,
  type FullOption,
  type NotToggleProps,
  type ValueEditorProps,
  type ValueSelectorProps,
} from 'react-querybuilder';
import { Button } from '@/components/ui/button';
import { formatNumber } from '@/components/ui/format';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Select } from '@/components/ui/select';
import { ValuePicker } from '@/components/ui/value-picker';
import type { FieldValues } from '@/lib/fields/types';
import { isOperatorName, listOperand, OPERATORS } from '@/lib/scoring/operators';
import type { OperandValue } from '@/lib/scoring/types';
import { readScalar } from '@/lib/segments/segment-rows';
import { BuilderContext } from './builder-context';
import { fitValue } from './condition-query';

const MOST = 1_000_000_000;
const FINEST = 0.01;

/** Adds or removes conditions. */
export function BuilderAction(props: ActionProps) {
  const { label, title, disabled } = props;
  const isRemoval = label === '×';
  return (
    <Button
      size="sm"
      variant={isRemoval ? 'quiet' : 'default'}
      iconOnly={isRemoval}
      aria-label={title}
      title={title}
      disabled={disabled}
      onClick={() => props.handleOnClick()}
    >
      {isRemoval ? (
        <X size={12} aria-hidden />
      ) : (
        <>
          <Plus size={12} aria-hidden />
          {label}
        </>
      )}
    </Button>
  );
}

/** Turns a group of conditions into its opposite. */
export function BuilderNot(props: NotToggleProps) {
  const { checked = false, title, label } = props;
  return (
    <Button
      size="sm"
      variant={checked ? 'primary' : 'default'}
      aria-pressed={checked}
      title={title}
      onClick={() => props.handleOnChange(!checked)}
    >
      {label}
    </Button>
  );
}

/** A choice of fields, of comparisons, or of how many have to hold. */
export function BuilderSelect(props: ValueSelectorProps<FullOption>) {
  const { options, value, title, disabled } = props;
  const choices = toFlatOptionArray(options);
  return (
    <Select
      aria-label={title}
      value={value}
      disabled={disabled}
      options={choices.map(({ name, label }) => ({ value: name, label }))}
      onChange={(event) => props.handleOnChange(event.target.value)}
      className="w-auto! max-w-56"
    />
  );
}

/** The value of a comparison, as its operator takes it. */
export function BuilderValue(props: ValueEditorProps) {
  const { field, operator, title } = props;
  const set = (value: OperandValue) => props.handleOnChange(value);
  if (!isOperatorName(operator)) return null;
  const { operand } = OPERATORS[operator];
  const fitting = fitValue(operand, props.value);
  switch (operand) {
    case 'none':
      return null;
    case 'number':
      return <NumberValue label={title ?? 'Value'} value={fitting} onValueChange={set} />;
    case 'days':
      return (
        <span className="inline-flex items-center gap-1.5">
          <NumberValue label="Days" value={fitting} least={FINEST} onValueChange={set} />
          days
        </span>
      );
    case 'range':
      return <RangeValue value={fitting} onValueChange={set} />;
    case 'scalars':
    case 'texts':
    case 'words':
      return (
        <ChosenValues
          key={field}
          field={field}
          isText={operand !== 'scalars'}
          value={fitting}
          onValueChange={set}
        />
      );
  }
}

interface NumberValueProps {
  label: string;
  value: OperandValue;
  least?: number;
  onValueChange: (value: OperandValue) => void;
}

function NumberValue({ label, value, least = -MOST, onValueChange }: NumberValueProps) {
  return (
    <NumberStepper
      aria-label={label}
      value={typeof value === 'number' ? value : 0}
      min={least}
      max={MOST}
      finest={FINEST}
      step={1}
      withoutButtons
      className="w-24"
      onValueChange={onValueChange}
    />
  );
}

function RangeValue({ value, onValueChange }: Pick<NumberValueProps, 'value' | 'onValueChange'>) {
  const [low = 0, high = 0] = listOperand(value).filter((one) => typeof one === 'number');
  return (
    <span className="inline-flex items-center gap-1.5">
      <NumberValue label="Lowest" value={low} onValueChange={(next) => onValueChange([Number(next), high])} />
      and
      <NumberValue
        label="Highest"
        value={high}
        onValueChange={(next) => onValueChange([low, Number(next)])}
      />
    </span>
  );
}

interface ChosenValuesProps {
  field: string;
  /** Numbers are taken as text. */
  isText: boolean;
  value: OperandValue;
  onValueChange: (value: OperandValue) => void;
}

/** Values out of those that occur, or typed. */
function ChosenValues({ field, isText, value, onValueChange }: ChosenValuesProps) {
  const { fields } = useContext(BuilderContext);
  const type = isText ? 'text' : (fields.find(({ path }) => path === field)?.type ?? 'text');
  const found = useFieldValues(field);
  const chosen = listOperand(value).map(String);
  const choose = (next: string[]) => {
    const values = next.map((text) => readScalar(text, type));
    const [only = ''] = values;
    onValueChange(values.length > 1 ? values : only);
  };
  return (
    <ValuePicker
      label="Value"
      free
      invalid={chosen.every((one) => one === '')}
      placeholder="Choose values …"
      heading={headingFor(found)}
      options={(found?.values ?? []).map((one) => ({
        value: String(one.value),
        label: String(one.value),
        note: `${found?.isEstimate ? 'about ' : ''}${formatNumber(one.count)}`,
      }))}
      chosen={chosen.filter((one) => one !== '')}
      onChosenChange={choose}
      className="w-auto! max-w-72 min-w-32"
    />
  );
}

function headingFor(found: FieldValues | null | undefined): string {
  if (found === undefined) return 'Looking which values occur …';
  if (found === null) return 'Which values occur cannot be said now.';
  if (found.values.length === 0) return 'No values occur yet.';
  return found.isEstimate ? 'Values that occur, from a sample' : 'Values that occur';
}

/** The values of a field that occur; undefined while they are on their way, null when they cannot be had. */
function useFieldValues(field: string): FieldValues | null | undefined {
  const { findValues } = useContext(BuilderContext);
  const [found, setFound] = useState<FieldValues | null>();
  useEffect(() => {
    let isWanted = true;
    const show = (values: FieldValues | null) => {
      if (isWanted) setFound(values);
    };
    findValues(field).then(show, () => show(null));
    return () => {
      isWanted = false;
    };
  }, [field, findValues]);
  return found;
}
