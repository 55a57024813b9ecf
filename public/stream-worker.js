// One stream of server-sent events for all tabs of a browser: HTTP/1.1 gives a site six connections in all, and tabs that
// each held one would soon leave none for the pages. Tabs say "here" now and then, and "leave" when they go.

const LEASE_MS = 150_000;
const CHECK_EVERY_MS = 30_000;
const TRY_AGAIN_MS = 10_000;

/** The tabs, and when each was last heard. */
const ports = new Map();
let source = null;
let retry = 0;

function tell(text) {
  for (const port of ports.keys()) port.postMessage(text);
}

function close() {
  clearTimeout(retry);
  source?.close();
  source = null;
}

function open() {
  close();
  source = new EventSource('/api/stream');
  source.onmessage = ({ data }) => {
    tell(data);
    if (data !== '{"topic":"ended"}') return;
    ports.clear();
    close();
  };
  source.onerror = () => {
    tell('{"topic":"away"}');
    // A refusal ends an EventSource for good; anything else it mends by itself.
    if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, TRY_AGAIN_MS);
  };
}

function leave(port) {
  ports.delete(port);
  if (ports.size === 0) close();
}

self.onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    if (data === 'leave') return leave(port);
    const known = ports.has(port);
    ports.set(port, Date.now());
    if (!source) open();
    else if (!known && source.readyState === EventSource.OPEN) port.postMessage('{"topic":"open"}');
  };
};

setInterval(() => {
  for (const [port, heardAt] of ports) if (Date.now() - heardAt > LEASE_MS) leave(port);
}, CHECK_EVERY_MS);
