'use client';

import { useSortable } from '@dnd-kit/react/sortable';
import { clsx } from 'clsx';
import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu, type MenuItem } from '@/components/ui/dropdown-menu';
import { useRubricEditing } from './editing-context';
import { Grip } from './grip';

/** Where a row stands among what it may be dragged through. */
export interface RowPlace {
  /** Rows are dragged only among those of their type. */
  type: string;
  group: string;
  index: number;
}

export interface DraftRowProps {
  /** The key that it is opened, switched off and found faulty by. */
  itemKey: string;
  label: string;
  /** What it asks, as a sentence. */
  words: string;
  place: RowPlace;
  /** Another step up (-1) or down (+1); undefined where there is none. */
  onStep: (step: -1 | 1) => void;
  menu: readonly MenuItem[];
  isChanged?: boolean;
  /** Behind the label. */
  note?: ReactNode;
  /** Beside the label and outside of what opens the row: something to press of its own. */
  aside?: ReactNode;
  /** The columns behind the words. */
  columns?: ReactNode;
  /** What it is edited with, while it is open. */
  form: ReactNode;
}

/** A row that can be dragged, moved by the arrow keys, opened, and switched off. */
export function DraftRow(props: DraftRowProps) {
  const { itemKey, label, words, place, menu, isChanged = false, note, aside, columns, form } = props;
  const { draft, faults, openKey, onOpen } = useRubricEditing();
  const { ref, handleRef, isDragSource } = useSortable({
    id: itemKey,
    index: place.index,
    group: place.group,
    type: place.type,
    accept: place.type,
    transition: { duration: 150 },
  });
  const isOpen = openKey === itemKey;
  const id = itemKey.replace(' ', '-');
  // It may be opened by a link, or by going back, out of sight.
  useEffect(() => {
    if (isOpen) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, id]);
  const isOff = draft.off.includes(itemKey);
  const found = faults.get(itemKey) ?? [];
  const name = label.trim() === '' ? 'Without a name' : label;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <li
      ref={ref}
      id={id}
      className={clsx(
        'scroll-mt-16 border-t border-line bg-bg target:bg-accent-soft',
        (isChanged || isOpen) && 'bg-accent-soft shadow-[inset_2px_0_var(--accent)]',
        found.length > 0 && 'shadow-[inset_2px_0_var(--bad)]',
        isDragSource && 'opacity-60',
      )}
    >
      <div
        className={clsx(
          'grid min-h-11 items-center gap-x-2.5 py-1.5 pr-3 pl-1 max-md:pr-2',
          columns
            ? 'grid-cols-[16px_minmax(0,1fr)_104px_24px] md:grid-cols-[16px_minmax(0,1fr)_132px_64px_44px_52px_24px]'
            : 'grid-cols-[16px_minmax(0,1fr)_24px]',
        )}
      >
        <Grip handleRef={handleRef} itemKey={itemKey} name={name} onStep={props.onStep} />
        <div className="flex min-w-0 items-center gap-1.5">
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => onOpen(isOpen ? null : itemKey)}
            className={clsx('flex min-w-0 flex-col text-left leading-4', isOff && 'opacity-60')}
          >
            <span className="flex max-w-full flex-wrap items-center gap-x-1.5">
              <span className={clsx('font-strong break-words', isOff && 'line-through')}>{name}</span>
              <Chevron size={12} aria-hidden className="text-faint" />
              {isOff ? <span className="text-xs text-soft">switched off</span> : note}
            </span>
            <span title={words} className="line-clamp-2 text-xs break-words text-faint md:line-clamp-1">
              {words}
            </span>
            {found.length > 0 && !isOpen ? (
              <span className="text-xs text-bad">To be mended before it is saved</span>
            ) : null}
          </button>
          {aside}
        </div>
        {columns}
        <DropdownMenu
          trigger={
            <Button size="sm" variant="quiet" iconOnly aria-label={`More for ${name}`}>
              <Ellipsis size={14} aria-hidden />
            </Button>
          }
          items={menu}
        />
      </div>
      {isOpen ? <div className="border-t border-line bg-bg px-4 pt-3 pb-4 max-md:px-3">{form}</div> : null}
    </li>
  );
}
