import { describe, expect, it } from 'vitest';
import { listKeys, matchesShortcut, type KeyPress } from './match-shortcut';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('matchesShortcut', () => {
  it.each([
    ['j', press('j'), true],
    ['j', press('J', { shiftKey: true }), false],
    ['j', press('j', { ctrlKey: true }), false],
    ['?', press('?', { shiftKey: true }), true],
    ['mod+k', press('k', { ctrlKey: true }), true],
    ['mod+k', press('k', { metaKey: true }), true],
    ['mod+k', press('k'), false],
    ['mod+z', press('z', { ctrlKey: true, shiftKey: true }), false],
    ['mod+shift+z', press('Z', { ctrlKey: true, shiftKey: true }), true],
    ['ArrowDown', press('ArrowDown'), true],
    ['e', press('e', { altKey: true }), false],
  ])('%s and %o: %s', (keys, pressed, expected) => {
    expect(matchesShortcut(keys, pressed)).toBe(expected);
  });
});

describe('listKeys', () => {
  it("draws the keys of the viewer's keyboard", () => {
    expect(listKeys('mod+k', true)).toEqual(['⌘', 'K']);
    expect(listKeys('mod+k', false)).toEqual(['Ctrl', 'K']);
    expect(listKeys('shift+ArrowUp', false)).toEqual(['Shift', '↑']);
    expect(listKeys('Escape', false)).toEqual(['Esc']);
  });
});
