'use client';

import { useSyncExternalStore } from 'react';

const ON_KEY = 'desktop-notices';
const listeners = new Set<() => void>();

function isOn(): boolean {
  return (
    'Notification' in window && Notification.permission === 'granted' && localStorage.getItem(ON_KEY) === 'on'
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether this browser shows notifications on the desktop for the viewer. */
export function useDesktopNotices(): boolean {
  return useSyncExternalStore(subscribe, isOn, () => false);
}

/**
 * Turns them on or off in this browser. To turn them on asks for the permission, which a browser only does upon a press.
 *
 * @returns whether they are as wanted: false when the browser or its user does not allow them.
 */
export async function setDesktopNotices(on: boolean): Promise<boolean> {
  const allowed = !on || ('Notification' in window && (await Notification.requestPermission()) === 'granted');
  if (allowed) localStorage.setItem(ON_KEY, on ? 'on' : 'off');
  listeners.forEach((listener) => listener());
  return allowed;
}
