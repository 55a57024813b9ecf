'use client';

import { clsx } from 'clsx';
import { DropdownMenu } from '@/components/ui/dropdown-menu';

export interface FilterChoice {
  value: string;
  label: string;
  /** The grid with this choice made, or unmade. */
  href: string;
  chosen: boolean;
}

export interface FilterMenuProps {
  /** What is chosen: "Owner". */
  name: string;
  choices: readonly FilterChoice[];
  /** The grid without this filter. */
  clearHref: string;
}

/** A filter as a chip that opens its choices: "+ Owner", or "Owner: Maya Krause". */
export function FilterMenu({ name, choices, clearHref }: FilterMenuProps) {
  const chosen = choices.filter((choice) => choice.chosen);
  const on = chosen.length > 0;
  const text = on ? `${name}: ${sayChosen(chosen.map(({ label }) => label))}` : `+ ${name}`;
  return (
    <DropdownMenu
      align="start"
      trigger={
        <button
          type="button"
          className={clsx(
            'inline-flex h-6 max-w-60 shrink-0 items-center rounded-full border px-2 text-xs',
            on
              ? 'border-transparent bg-accent-soft text-accent'
              : 'border-dashed border-line-strong text-soft hover:border-line-control hover:text-text',
          )}
        >
          <span className="truncate">{text}</span>
        </button>
      }
      items={[
        ...choices.map(({ label, href, chosen: checked }) => ({ label, href, checked })),
        ...(on ? [{ label: `Any ${name.toLowerCase()}`, href: clearHref, separated: true }] : []),
      ]}
    />
  );
}

function sayChosen(labels: readonly string[]): string {
  return labels.length > 2 ? `${labels.length} chosen` : labels.join(', ');
}
