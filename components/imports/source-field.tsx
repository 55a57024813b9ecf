import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Vendor } from '@/lib/imports/recognise-vendor';
import { VENDOR_WORDS } from './import-words';

export interface SourceFieldProps {
  source: string | null;
  /** Whose export the file is, as far as its header says. */
  vendor: Vendor | null;
  disabled: boolean;
  onChange: (source: string | null) => void;
}

/** Where the external ids of a file come from: people of different tools may bear the same number. */
export function SourceField({ source, vendor, disabled, onChange }: SourceFieldProps) {
  const hint =
    vendor && source === null ? (
      <>
        Looks like an export of {VENDOR_WORDS[vendor]}.{' '}
        <button
          type="button"
          disabled={disabled}
          className="font-strong text-accent hover:underline"
          onClick={() => onChange(vendor)}
        >
          Call it {vendor}
        </button>
      </>
    ) : (
      'The system the external ids come from, such as hubspot.'
    );
  return (
    <Field label="Source" note="optional" hint={hint}>
      {(field) => (
        <Input
          {...field}
          key={source}
          defaultValue={source ?? ''}
          maxLength={200}
          readOnly={disabled}
          onBlur={({ target }) => {
            const name = target.value.trim() || null;
            if (name !== source) onChange(name);
          }}
        />
      )}
    </Field>
  );
}
