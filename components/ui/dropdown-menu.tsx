'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd';

export interface MenuItem {
  label: string;
  /** Either a place to go or a thing to do. */
  href?: string;
  onSelect?: () => void;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Marks the choice that holds now. */
  checked?: boolean;
  /** Draws a line above. */
  separated?: boolean;
}

export interface DropdownMenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  items: readonly MenuItem[];
  align?: 'start' | 'end';
  side?: 'top' | 'bottom';
  /** Words above the items. */
  heading?: ReactNode;
  /** What has the focus once it has closed; its button when absent or null. */
  focusAfter?: () => HTMLElement | null;
}

const ITEM_CLASS =
  'flex h-7 w-full items-center gap-2 rounded-sm px-2 outline-none select-none data-disabled:opacity-50 ' +
  'data-highlighted:bg-text/7';

/** A menu of actions and links. */
export function DropdownMenu(props: DropdownMenuProps) {
  const { trigger, items, align = 'end', side = 'bottom', heading, focusAfter } = props;
  const moveFocus = (event: Event) => {
    const next = focusAfter?.();
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={moveFocus}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto rounded border border-line-strong bg-raise p-1"
        >
          {heading ? <Radix.Label className="px-2 py-1 text-xs text-faint">{heading}</Radix.Label> : null}
          {items.map((item) => (
            <MenuRow key={item.label} item={item} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function MenuRow({ item }: { item: MenuItem }) {
  const className = clsx(ITEM_CLASS, item.danger && 'text-bad');
  const content = (
    <>
      {item.checked === undefined ? null : (
        <span aria-hidden className="w-3">
          {item.checked ? '✓' : ''}
        </span>
      )}
      <span className="grow">{item.label}</span>
      {item.shortcut ? <Kbd>{item.shortcut}</Kbd> : null}
    </>
  );
  return (
    <>
      {item.separated ? <Radix.Separator className="my-1 h-px bg-line" /> : null}
      {item.href !== undefined ? (
        <Radix.Item asChild disabled={item.disabled} className={className}>
          <Link href={item.href}>{content}</Link>
        </Radix.Item>
      ) : item.checked !== undefined ? (
        <Radix.CheckboxItem
          checked={item.checked}
          disabled={item.disabled}
          onSelect={item.onSelect}
          className={className}
        >
          {content}
        </Radix.CheckboxItem>
      ) : (
        <Radix.Item disabled={item.disabled} onSelect={item.onSelect} className={className}>
          {content}
        </Radix.Item>
      )}
    </>
  );
}
