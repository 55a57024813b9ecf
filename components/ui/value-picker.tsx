'use client';

import { clsx } from 'clsx';
import { Check, ChevronDown } from 'lucide-react';
import { Command, defaultFilter } from 'cmdk';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { CONTROL_CLASS } from './control-class';

export interface PickerOption {
  value: string;
  label: string;
  /** Behind it: "1,240 leads". */
  note?: string;
}

export interface ValuePickerProps {
  /** What is chosen, for screen readers. */
  label: string;
  options: readonly PickerOption[];
  chosen: readonly string[];
  onChosenChange: (chosen: string[]) => void;
  /** One value at most. */
  single?: boolean;
  /** Values that are not among the options may be typed, too. */
  free?: boolean;
  placeholder?: string;
  /** Words above the options. */
  heading?: string;
  invalid?: boolean;
  className?: string;
}

/** A choice of values from a list that is searched by typing. */
export function ValuePicker(props: ValuePickerProps) {
  const { label, options, chosen, placeholder = 'Choose …', invalid, className } = props;
  const [open, setOpen] = useState(false);
  const names = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          aria-label={`${label}: ${names.join(', ') || placeholder}`}
          aria-invalid={invalid || undefined}
          className={clsx(
            CONTROL_CLASS,
            'flex min-h-control items-center gap-1.5 py-0.5 pr-2 pl-2 text-left',
            className,
          )}
        >
          <span className={clsx('min-w-0 grow break-words', names.length === 0 && 'text-faint')}>
            {names.join(', ') || placeholder}
          </span>
          <ChevronDown aria-hidden size={14} className="shrink-0 text-faint" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 w-80 max-w-[calc(100vw-16px)] overflow-hidden rounded border border-line-strong bg-raise"
        >
          <PickerList {...props} onDone={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Begins the value of what is taken as it was typed, so that what occurs is offered before it. */
const TYPED = 'as typed ';

function rank(value: string, search: string): number {
  return value.startsWith(TYPED) ? Number.MIN_VALUE : defaultFilter(value, search);
}

function PickerList(props: ValuePickerProps & { onDone: () => void }) {
  const { label, options, chosen, onChosenChange, single, free, heading, onDone } = props;
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const isKnown = options.some((option) => option.label.toLowerCase() === wanted.toLowerCase());
  // What is chosen and not on offer can be taken away again, too.
  const strays = chosen.filter((value) => !options.some((option) => option.value === value));
  const shown: readonly PickerOption[] = [...strays.map((value) => ({ value, label: value })), ...options];
  const toggle = (value: string) => {
    const without = chosen.filter((one) => one !== value);
    const isOn = without.length < chosen.length;
    onChosenChange(isOn ? without : single ? [value] : [...chosen, value]);
    setTyped('');
    if (single) onDone();
  };
  return (
    <Command label={label} filter={rank}>
      <Command.Input
        value={typed}
        onValueChange={setTyped}
        placeholder={free ? 'Search, or type a value' : 'Search'}
        className="h-9 w-full border-b border-line bg-transparent px-3 outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-64 overflow-y-auto p-1" label={label}>
        {heading ? <p className="px-2 py-1 text-xs text-faint">{heading}</p> : null}
        <Command.Empty className="px-2 py-1.5 text-xs text-soft">Nothing of that name.</Command.Empty>
        {free && wanted !== '' && !isKnown ? (
          <PickerRow
            option={{ value: wanted, label: `“${wanted}”`, note: 'use as typed' }}
            isTyped
            on={false}
            onPick={toggle}
          />
        ) : null}
        {shown.map((option) => (
          <PickerRow key={option.value} option={option} on={chosen.includes(option.value)} onPick={toggle} />
        ))}
      </Command.List>
    </Command>
  );
}

interface PickerRowProps {
  option: PickerOption;
  on: boolean;
  isTyped?: boolean;
  onPick: (value: string) => void;
}

function PickerRow({ option, on, isTyped = false, onPick }: PickerRowProps) {
  return (
    <Command.Item
      value={`${isTyped ? TYPED : ''}${option.label} ${option.value}`}
      onSelect={() => onPick(option.value)}
      className="flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-2 py-0.5 data-[selected=true]:bg-text/7"
    >
      <Check size={12} aria-hidden className={clsx('shrink-0', !on && 'invisible')} />
      <span className="min-w-0 grow break-words">
        {option.label}
        {on ? <span className="sr-only">, chosen</span> : null}
      </span>
      {option.note ? <span className="shrink-0 text-xs text-faint">{option.note}</span> : null}
    </Command.Item>
  );
}
