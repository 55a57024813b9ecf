const HERE_EVERY_MS = 60_000;
const HIDDEN_FOR_MS = 30_000;
const TRY_AGAIN_MS = 10_000;
const AWAY = '{"topic":"away"}';

/** Takes each message of the stream as the text it came as. */
type OnText = (text: string) => void;

/**
 * Connects to the stream: through a worker that all tabs of the browser share, else directly while the tab is looked at.
 *
 * @param name tabs that give the same one share a stream.
 * @returns what ends the connection.
 */
export function connectStream(name: string, onText: OnText): () => void {
  return 'SharedWorker' in window ? connectShared(name, onText) : connectAlone(onText);
}

function connectShared(name: string, onText: OnText): () => void {
  const { port } = new SharedWorker('/stream-worker.js', { name: `stream ${name}` });
  const sayHere = () => port.postMessage('here');
  const leave = () => port.postMessage('leave');
  // A page that the browser keeps for the way back listens again when it is shown.
  const onShow = (event: PageTransitionEvent) => event.persisted && sayHere();
  port.onmessage = (event: MessageEvent<unknown>) => onText(String(event.data));
  sayHere();
  const timer = setInterval(sayHere, HERE_EVERY_MS);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', onShow);
  return () => {
    clearInterval(timer);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', onShow);
    leave();
    port.close();
  };
}

function connectAlone(onText: OnText): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const open = () => {
    close();
    const opened = new EventSource('/api/stream');
    source = opened;
    opened.onmessage = (event: MessageEvent<unknown>) => onText(String(event.data));
    opened.onerror = () => {
      onText(AWAY);
      if (opened.readyState === EventSource.CLOSED) timer = setTimeout(open, TRY_AGAIN_MS);
    };
  };
  const onVisibility = () => {
    clearTimeout(timer);
    if (!document.hidden) {
      if (!source) open();
      return;
    }
    timer = setTimeout(() => {
      close();
      onText(AWAY);
    }, HIDDEN_FOR_MS);
  };
  document.addEventListener('visibilitychange', onVisibility);
  if (!document.hidden) open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    close();
  };
}
