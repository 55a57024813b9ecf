import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { parseTypedNumber } from '@/components/ui/parse-number';
import { Select } from '@/components/ui/select';
import { CURRENCIES } from '@/lib/activities/constants';

/** What a deal is worth, as it is typed. */
export interface TypedWorth {
  amount: string;
  currency: string;
}

export const NO_WORTH: TypedWorth = { amount: '', currency: CURRENCIES[0] };

/** What was typed as a worth; undefined for none, null when it is not an amount. */
export function readWorth({ amount, currency }: TypedWorth) {
  if (amount.trim() === '') return undefined;
  const value = parseTypedNumber(amount);
  return value === undefined || value < 0 ? null : { amount: value, currency };
}

export interface WorthFieldsProps {
  worth: TypedWorth;
  onChange: (worth: TypedWorth) => void;
  /** Words beside the label. */
  note?: string;
  error?: string;
  autoFocus?: boolean;
}

/** An amount and its currency. */
export function WorthFields({ worth, onChange, note, error, autoFocus }: WorthFieldsProps) {
  return (
    <div className="flex items-start gap-2">
      <Field label="Amount" note={note} error={error} className="grow">
        {(field) => (
          <Input
            {...field}
            autoFocus={autoFocus}
            inputMode="decimal"
            value={worth.amount}
            onChange={(event) => onChange({ ...worth, amount: event.target.value })}
          />
        )}
      </Field>
      <Field label="Currency" className="w-24">
        {(field) => (
          <Select
            {...field}
            value={worth.currency}
            onChange={(event) => onChange({ ...worth, currency: event.target.value })}
            options={CURRENCIES.map((code) => ({ value: code, label: code }))}
          />
        )}
      </Field>
    </div>
  );
}
