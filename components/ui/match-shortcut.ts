/** The parts of a keyboard event that decide. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * Does a key press mean this shortcut? Shortcuts are written "j", "?", "Enter", "mod+k", "shift+ArrowUp";
 * "mod" is Ctrl or ⌘. For signs such as "?" Shift is part of typing them and is not asked for.
 */
export function matchesShortcut(keys: string, press: KeyPress): boolean {
  const parts = keys.split('+');
  const wanted = parts.at(-1) ?? '';
  if (press.key.toLowerCase() !== wanted.toLowerCase() || press.altKey) return false;
  const mod = parts.includes('mod');
  if (mod !== (press.ctrlKey || press.metaKey)) return false;
  const shiftMatters = wanted.length > 1 || /[a-z]/iu.test(wanted);
  return !shiftMatters || parts.includes('shift') === press.shiftKey;
}

const NAMES: Record<string, string> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  shift: 'Shift',
  enter: 'Enter',
};

/** The shortcut as keys to draw: "mod+k" gives ["Ctrl", "K"], on a Mac ["⌘", "K"]. */
export function listKeys(keys: string, mac: boolean): readonly string[] {
  return keys.split('+').map((part) => {
    if (part === 'mod') return mac ? '⌘' : 'Ctrl';
    return NAMES[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}
