import { clsx } from 'clsx';
import { X } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu } from './dropdown-menu';

export interface FilterOption {
  label: string;
  /** Where choosing it, or taking it away again, leads. */
  href: string;
  on: boolean;
}

export interface FilterMenuProps {
  /** What is filtered by: "Source". */
  label: string;
  options: readonly FilterOption[];
  /** Where taking the whole filter away leads. */
  clearHref: string;
}

/** A filter of several values as a chip: dashed while it is on offer, tinted with its values while it applies. */
export function FilterMenu({ label, options, clearHref }: FilterMenuProps) {
  const chosen = options.filter(({ on }) => on).map((option) => option.label);
  const on = chosen.length > 0;
  const words =
    chosen.length > 2 ? `${chosen.slice(0, 2).join(', ')} +${chosen.length - 2}` : chosen.join(', ');
  if (options.length === 0) return null;
  return (
    <span
      className={clsx(
        'inline-flex h-6 max-w-full shrink-0 items-center rounded-full border text-xs whitespace-nowrap',
        on ? 'border-transparent bg-accent-soft text-accent' : 'border-dashed border-line-strong text-soft',
      )}
    >
      <DropdownMenu
        align="start"
        items={options.map((option) => ({ label: option.label, href: option.href, checked: option.on }))}
        trigger={
          <button
            type="button"
            className={clsx('h-6 max-w-60 truncate rounded-full hover:text-text', on ? 'pl-2' : 'px-2')}
          >
            {on ? `${label} ${words}` : `+ ${label}`}
          </button>
        }
      />
      {on ? (
        <Link
          href={clearHref}
          scroll={false}
          aria-label={`Remove filter ${label}`}
          className="inline-grid size-6 shrink-0 place-items-center rounded-full"
        >
          <X size={12} aria-hidden />
        </Link>
      ) : null}
    </span>
  );
}
