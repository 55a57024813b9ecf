'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { useToast } from '@/components/ui/toast';
import { setOriginsAction } from '@/lib/tracking/actions';
import type { SourceRow } from '@/lib/tracking/types';

/** The origins in a text, one a line. */
export function readOrigins(text: string): string[] {
  return text.split(/[\s,;]+/u).filter(Boolean);
}

export interface OriginsFieldProps {
  value: string;
  onValueChange: (value: string) => void;
  error: string;
}

/** Asks from which origins' pages a source may send. */
export function OriginsField({ value, onValueChange, error }: OriginsFieldProps) {
  return (
    <Field label="Allowed origins" hint="One a line; none when only servers send." error={error}>
      {(field) => (
        <Textarea
          {...field}
          rows={3}
          spellCheck={false}
          placeholder="https://www.example.com"
          className="font-mono text-xs"
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface OriginsFormProps {
  source: Pick<SourceRow, 'id' | 'origins'>;
  onSaved: () => void;
}

/** Changes from where a source may send. */
export function OriginsForm({ source, onSaved }: OriginsFormProps) {
  const [text, setText] = useState(source.origins.join('\n'));
  const [fault, setFault] = useState('');
  const show = useToast();
  const save = async () => {
    const answer = await setOriginsAction({ sourceId: source.id, origins: readOrigins(text) });
    if (!answer.ok) return setFault(answer.issues[0]?.message ?? answer.message);
    show({ title: 'Origins saved', tone: 'good' });
    onSaved();
  };
  return (
    <form action={save} className="flex flex-col gap-3">
      <OriginsField value={text} onValueChange={setText} error={fault} />
      <SubmitButton pendingLabel="Saving …" className="self-end">
        Save
      </SubmitButton>
    </form>
  );
}
