/** What a page may ask of the frame around it. */
export type ShellRequest = 'search' | 'menu' | 'shortcut-help';

const EVENT = 'shell-request';

/** Asks the frame to open its search, its menu or the list of keys. */
export function askFor(request: ShellRequest): void {
  document.dispatchEvent(new CustomEvent<ShellRequest>(EVENT, { detail: request }));
}

/** Calls back when a page asks for this; gives back how to stop listening. */
export function onRequest(request: ShellRequest, answer: () => void): () => void {
  const listener = (event: Event) => {
    if (event instanceof CustomEvent && event.detail === request) answer();
  };
  document.addEventListener(EVENT, listener);
  return () => document.removeEventListener(EVENT, listener);
}
