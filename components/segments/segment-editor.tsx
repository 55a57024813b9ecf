'use client';

import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { OPERATORS } from '@/lib/scoring/operators';
import { listOperators, type SegmentField, type SegmentRow } from '@/lib/segments/segment-rows';

const PLACEHOLDER = {
  none: '',
  scalars: 'Values, parted by commas',
  texts: 'Words, parted by commas',
  words: 'Words, parted by commas',
  number: 'A number',
  range: 'Lowest, highest',
  days: 'Days',
} as const;

export interface SegmentEditorProps {
  fields: readonly SegmentField[];
  /** Null when the segment is of a shape that only a program writes. */
  rows: SegmentRow[] | null;
  /** The segment in words, when it cannot be edited here. */
  words: string | null;
  onChange: (rows: SegmentRow[]) => void;
  error?: string;
}

/** A condition on leads and their companies: rows that all have to hold. */
export function SegmentEditor({ fields, rows, words, onChange, error }: SegmentEditorProps) {
  const first = fields[0];
  const add = () => {
    const [op] = listOperators(first?.type ?? 'text');
    if (first && op) onChange([...(rows ?? []), { field: first.path, op, text: '' }]);
  };
  const replace = (place: number, row: SegmentRow) =>
    onChange((rows ?? []).map((one, i) => (i === place ? row : one)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 text-xs font-medium text-text">
        Segment<span className="ml-1 font-normal text-faint">all of these hold; none for everyone</span>
      </legend>
      {rows === null ? <p className="text-soft">{words}</p> : null}
      {(rows ?? []).map((row, place) => (
        <RowEditor
          key={place}
          number={place + 1}
          row={row}
          fields={fields}
          onChange={(next) => replace(place, next)}
          onRemove={() => onChange((rows ?? []).filter((_, i) => i !== place))}
        />
      ))}
      {error ? (
        <p role="alert" className="text-xs text-bad">
          {error}
        </p>
      ) : null}
      <span>
        {rows === null ? (
          <Button size="sm" onClick={() => onChange([])}>
            Remove the segment
          </Button>
        ) : (
          <Button size="sm" onClick={add}>
            <Plus size={12} aria-hidden />
            Add a condition
          </Button>
        )}
      </span>
    </fieldset>
  );
}

interface RowEditorProps {
  number: number;
  row: SegmentRow;
  fields: readonly SegmentField[];
  onChange: (row: SegmentRow) => void;
  onRemove: () => void;
}

function RowEditor({ number, row, fields, onChange, onRemove }: RowEditorProps) {
  const type = fields.find(({ path }) => path === row.field)?.type ?? 'text';
  const operators = listOperators(type);
  const { operand } = OPERATORS[row.op];
  const known = fields.some(({ path }) => path === row.field);
  const chooseField = (path: string) => {
    const nextType = fields.find((one) => one.path === path)?.type ?? 'text';
    const offered = listOperators(nextType);
    const op = offered.includes(row.op) ? row.op : (offered[0] ?? row.op);
    onChange({ ...row, field: path, op });
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      <Select
        aria-label={`Field ${number}`}
        value={row.field}
        options={[
          ...(known ? [] : [{ value: row.field, label: row.field }]),
          ...fields.map(({ path, label }) => ({ value: path, label })),
        ]}
        onChange={(event) => chooseField(event.target.value)}
        className="max-w-52"
      />
      <Select
        aria-label={`Comparison ${number}`}
        value={row.op}
        options={[...new Set([...operators, row.op])].map((op) => ({
          value: op,
          label: OPERATORS[op].label,
        }))}
        onChange={(event) => {
          const op = operators.find((one) => one === event.target.value);
          if (op) onChange({ ...row, op });
        }}
        className="max-w-44"
      />
      {operand === 'none' ? null : (
        <Input
          aria-label={`Value ${number}`}
          placeholder={PLACEHOLDER[operand]}
          value={row.text}
          autoComplete="off"
          onChange={(event) => onChange({ ...row, text: event.target.value })}
          className="min-w-32 flex-1"
        />
      )}
      <Button variant="quiet" iconOnly aria-label={`Remove condition ${number}`} onClick={onRemove}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}
