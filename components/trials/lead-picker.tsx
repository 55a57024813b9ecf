'use client';

import { useState } from 'react';
import { useSearch } from '@/components/navigation/use-search';
import { TierBadge } from '@/components/scores/tier-badge';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

export interface LeadPickerProps {
  onPick: (leadId: string) => void;
}

/** Finds a lead by name, address or company. */
export function LeadPicker({ onPick }: LeadPickerProps) {
  const [typed, setTyped] = useState('');
  const { results, state } = useSearch(typed);
  return (
    <div className="flex flex-col gap-1.5">
      <Field label="Name, e-mail or company">
        {(field) => (
          <Input
            {...field}
            type="search"
            autoFocus
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div aria-live="polite" className="text-xs text-soft">
        {state === 'failed' ? 'The search does not answer. Try again.' : null}
        {state === 'done' && results.leads.length === 0 ? 'Nobody fits.' : null}
      </div>
      {results.leads.length > 0 ? (
        <ul className="overflow-hidden rounded border border-line bg-raise">
          {results.leads.map(({ id, name, company, tier }) => (
            <li key={id} className="border-t border-line first:border-t-0">
              <button
                type="button"
                onClick={() => onPick(id)}
                className="flex min-h-9 w-full items-center gap-2 px-2.5 py-1 text-left hover:bg-text/5"
              >
                <span className="min-w-0 grow truncate">
                  {name} <span className="text-soft">{company}</span>
                </span>
                {tier ? <TierBadge tier={tier} /> : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
