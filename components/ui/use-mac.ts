'use client';

import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;

/** Is the viewer's keyboard one with ⌘? True while the server draws, as the mark is short. */
export function useMac(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => /mac|iphone|ipad/iu.test(navigator.userAgent),
    () => true,
  );
}
