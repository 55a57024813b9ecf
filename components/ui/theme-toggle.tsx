'use client';

import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { SegmentedControl } from './segmented-control';

const CHOICES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const neverChanges = () => () => undefined;

/** Light, dark, or as the system says. */
export function ThemeToggle({ className }: { className?: string }) {
  const { theme = 'system', setTheme } = useTheme();
  // The choice is kept in the browser, so the server cannot know it.
  const inBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return (
    <SegmentedControl
      label="Colours"
      segments={CHOICES}
      value={inBrowser ? theme : ''}
      onValueChange={setTheme}
      className={className}
    />
  );
}
