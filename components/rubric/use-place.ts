import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import { readPlace, writePlace, type EditorPlace } from './editor-place';

/** Where one is in the editor, kept in the address: a link opens the same, and Back goes back. */
export function usePlace(): [EditorPlace, (change: Partial<EditorPlace>) => void] {
  const pathname = usePathname();
  const search = useSearchParams();
  const go = useCallback(
    (change: Partial<EditorPlace>) => {
      const now = new URLSearchParams(window.location.search);
      const next = writePlace(now, { ...readPlace(now), ...change }).toString();
      if (next === now.toString()) return;
      // What is edited and not saved yet stays: nothing is read from the server.
      window.history.pushState(null, '', next === '' ? pathname : `${pathname}?${next}`);
    },
    [pathname],
  );
  return [readPlace(search), go];
}
