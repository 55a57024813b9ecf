'use client';

import { clsx } from 'clsx';
import { Flag as FlagIcon } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '@/components/ui/format';
import type { FlaggedItem } from '@/lib/flags/types';
import { FlagDialog } from './flag-dialog';
import { useFlagDesk } from './flags-provider';

export interface ItemFlagsProps extends FlaggedItem {
  label: string;
}

/** The flags on a criterion or a disqualifier: how many are open, and a way to raise, read and answer them. */
export function ItemFlags({ kind, itemId, label }: ItemFlagsProps) {
  const desk = useFlagDesk();
  const [open, setOpen] = useState(false);
  if (!desk) return null;
  const flags = desk.flags.filter((flag) => flag.kind === kind && flag.itemId === itemId);
  const waiting = flags.filter(({ answer }) => answer === null).length;
  if (flags.length === 0 && !desk.offers) return null;
  return (
    <>
      <button
        type="button"
        aria-label={waiting > 0 ? `${formatCount(waiting, 'open flag')} on ${label}` : `Flag ${label}`}
        title={waiting > 0 ? formatCount(waiting, 'open flag') : 'Flag: this is wrong'}
        onClick={() => setOpen(true)}
        className={clsx(
          'ml-1 inline-flex h-5 min-w-6 items-center justify-center gap-0.5 rounded-sm px-1 align-middle text-2xs font-medium',
          waiting > 0
            ? 'bg-warn-soft text-tier-b'
            : 'text-faint opacity-60 hover:bg-text/5 hover:text-text hover:opacity-100 focus-visible:opacity-100',
        )}
      >
        <FlagIcon size={12} aria-hidden />
        {waiting > 0 ? waiting : null}
      </button>
      {open ? (
        <FlagDialog item={{ kind, itemId }} {...{ label, flags, desk }} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
