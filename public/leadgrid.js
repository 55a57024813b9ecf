// Tells Leadgrid what visitors of a site do. Stores nothing until the site says that the visitor agreed:
// leadgrid('consent', true). Sends and stores nothing where Do Not Track or Global Privacy Control is on.
(() => {
  const script = document.currentScript;
  const writeKey = script?.dataset.writeKey;
  if (!writeKey) return;
  const url = new URL('/v1/b', script.src).href;
  const KEPT = 'leadgrid';
  const PAUSE_MS = 500;
  const MOST_EVENTS = 50;
  const MOST_BYTES = 60_000;
  const TRIES = 6;

  const uuid = () =>
    '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (c) =>
      (+c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+c / 4)))).toString(16),
    );
  const refused = () =>
    navigator.globalPrivacyControl === true || [navigator.doNotTrack, window.doNotTrack].includes('1');

  const readKept = () => {
    try {
      return JSON.parse(localStorage.getItem(KEPT));
    } catch {
      return null;
    }
  };
  const keep = (who) => {
    try {
      if (who) localStorage.setItem(KEPT, JSON.stringify(who));
      else localStorage.removeItem(KEPT);
    } catch {
      // Storage that is switched off is consent not given.
    }
  };
  const kept = refused() ? keep(null) : readKept();
  let agreed = !!kept?.anonymousId;
  let who = agreed ? kept : { anonymousId: uuid() };

  let waiting = [];
  let timer = 0;
  let tries = 0;

  const plan = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(send, ms);
  };

  /** The next events that fit into one request, taken off the list. */
  const takeBatch = () => {
    let bytes = 0;
    let count = 0;
    while (count < waiting.length && count < MOST_EVENTS) {
      bytes += new Blob([JSON.stringify(waiting[count])]).size + 1;
      if (count > 0 && bytes > MOST_BYTES) break;
      count += 1;
    }
    return waiting.splice(0, count);
  };
  // Text, so that the browser asks no leave for each request.
  const write = (batch) =>
    new Blob([JSON.stringify({ writeKey, batch, sentAt: new Date().toISOString() })], { type: 'text/plain' });

  const send = async () => {
    const batch = takeBatch();
    if (batch.length === 0) return;
    let again = true;
    try {
      const answer = await fetch(url, {
        method: 'POST',
        body: write(batch),
        keepalive: true,
        credentials: 'omit',
      });
      again = answer.status === 429 || answer.status >= 500;
    } catch {
      // Offline, or the site's origin is not allowed.
    }
    tries = again ? tries + 1 : 0;
    if (again && tries < TRIES) {
      waiting = batch.concat(waiting);
      plan(1000 * 2 ** tries);
    } else if (waiting.length > 0) plan(0);
  };

  const sendAway = () => {
    while (waiting.length > 0) {
      const batch = takeBatch();
      if (navigator.sendBeacon(url, write(batch))) continue;
      waiting = batch.concat(waiting);
      return;
    }
  };

  const describePage = () => ({
    path: location.pathname,
    search: location.search,
    url: location.href.split('#')[0],
    title: document.title,
    referrer: shown.referrer,
  });

  const add = (message) => {
    if (refused()) return;
    const campaign = {};
    new URLSearchParams(location.search).forEach((value, name) => {
      if (name.startsWith('utm_')) campaign[name.slice(4).replace('campaign', 'name')] = value;
    });
    const context = {
      page: describePage(),
      campaign,
      locale: navigator.language,
      userAgent: navigator.userAgent,
      library: { name: 'leadgrid.js', version: '1' },
    };
    const timestamp = new Date().toISOString();
    waiting.push({ ...who, context, timestamp, messageId: `leadgrid-${uuid()}`, ...message });
    if (tries === 0) plan(document.visibilityState === 'hidden' ? 0 : PAUSE_MS);
  };

  const shown = { url: '', referrer: document.referrer };
  const viewPage = () => {
    const address = location.href.split('#')[0];
    if (address === shown.url) return;
    if (shown.url) shown.referrer = shown.url;
    shown.url = address;
    // The title of a page that a script draws follows its address.
    setTimeout(() => add({ type: 'page', name: document.title, properties: describePage() }));
  };

  const verbs = {
    consent(given) {
      if (refused()) return;
      agreed = given === true;
      if (!agreed) who = { anonymousId: uuid() };
      keep(agreed ? who : null);
    },
    page: (name, properties) =>
      add({ type: 'page', name: name ?? document.title, properties: { ...describePage(), ...properties } }),
    track: (event, properties = {}) => add({ type: 'track', event, properties }),
    identify(id, traits) {
      const known = typeof id === 'string' ? { userId: id } : {};
      who = { ...who, ...known };
      if (agreed) keep(who);
      add({ type: 'identify', traits: (typeof id === 'object' ? id : traits) ?? {} });
    },
  };

  // <form data-leadgrid="Demo Requested"> with <input data-leadgrid-trait="email">.
  const readForm = ({ target: form }) => {
    if (!form?.matches?.('form[data-leadgrid]')) return;
    const traits = {};
    for (const field of form.querySelectorAll('[data-leadgrid-trait]')) {
      const value = field.type === 'checkbox' ? field.checked : field.value?.trim();
      if (value !== '' && value !== undefined) traits[field.dataset.leadgridTrait] = value;
    }
    if (Object.keys(traits).length > 0) verbs.identify(traits);
    verbs.track(form.dataset.leadgrid || 'Form Submitted', {
      form: form.id || form.getAttribute('name') || '',
    });
  };

  const early = window.leadgrid?.q ?? [];
  window.leadgrid = (verb, ...args) => verbs[verb]?.(...args);
  for (const change of ['pushState', 'replaceState']) {
    const original = history[change];
    history[change] = function (...args) {
      original.apply(this, args);
      viewPage();
    };
  }
  addEventListener('popstate', viewPage);
  addEventListener('pagehide', sendAway);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && sendAway());
  document.addEventListener('submit', readForm, true);
  const begin = () => {
    for (const [verb, ...args] of early) window.leadgrid(verb, ...args);
    viewPage();
  };
  if (document.prerendering) document.addEventListener('prerenderingchange', begin, { once: true });
  else begin();
})();
