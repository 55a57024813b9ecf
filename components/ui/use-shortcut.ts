'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { matchesShortcut } from './match-shortcut';

/** A key that does something on this screen, as the help lists it. */
export interface Shortcut {
  /** "j", "Enter", "?", "mod+k" (Ctrl, or ⌘ on a Mac), "shift+ArrowUp". */
  keys: string;
  label: string;
  group: string;
}

interface Bound extends Shortcut {
  run: (event: KeyboardEvent) => void;
}

/** Heading of the keys that act on every screen. */
export const EVERYWHERE = 'Everywhere';

const OFF_KEY = 'single-key-shortcuts';
const NONE: readonly Bound[] = [];
let bound: readonly Bound[] = NONE;
const listeners = new Set<() => void>();

function publish(next: readonly Bound[]): void {
  if (bound.length === 0 && next.length > 0) document.addEventListener('keydown', dispatch);
  if (bound.length > 0 && next.length === 0) document.removeEventListener('keydown', dispatch);
  bound = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True where a key is text or moves inside a widget: fields, lists, menus, dialogs. */
export function readsAsTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  const inside =
    'textarea, select, [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=slider]';
  if (target.closest(inside)) return true;
  const input = target.closest('input');
  return input !== null && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(input.type);
}

// Enter and Space already press the button or follow the link that has the focus.
function pressesControl(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  return event.target instanceof HTMLElement && event.target.closest('a, button, summary, input') !== null;
}

function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  // The newest binding wins: a panel's key before its screen's.
  const found = bound.findLast((shortcut) => matchesShortcut(shortcut.keys, event));
  if (!found) return;
  const withModifier = found.keys.includes('mod+');
  if (!withModifier && (readsAsTyping(event.target) || pressesControl(event) || !singleKeysOn())) return;
  event.preventDefault();
  found.run(event);
}

/** Whether keys without a modifier act; people who dictate or slip may turn them off (kept in this browser). */
export function singleKeysOn(): boolean {
  return typeof localStorage === 'undefined' || localStorage.getItem(OFF_KEY) !== 'off';
}

/** Turns keys without a modifier on or off. */
export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF_KEY);
  else localStorage.setItem(OFF_KEY, 'off');
  listeners.forEach((listener) => listener());
}

/** Follows singleKeysOn. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, singleKeysOn, () => true);
}

/** Every key that acts now, for the help. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(
    subscribe,
    () => bound,
    () => NONE,
  );
}

/**
 * Binds a key while the component stands, and lists it in the help. Ignored while someone types.
 * Pass enabled: false to lift it; group names its heading in the help (default "This screen").
 */
export function useShortcut(
  keys: string,
  label: string,
  handler: (event: KeyboardEvent) => void,
  { enabled = true, group = 'This screen' }: { enabled?: boolean; group?: string } = {},
): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  }, [handler]);
  useEffect(() => {
    if (!enabled) return undefined;
    const entry: Bound = { keys, label, group, run: (event) => latest.current(event) };
    publish([...bound, entry]);
    return () => publish(bound.filter((other) => other !== entry));
  }, [keys, label, group, enabled]);
}
