/** How something can be connected: a page by the snippet or Segment's client, a server by Segment's client or by hand. */
export type InstallKind = 'snippet' | 'analytics-next' | 'analytics-node' | 'curl';

export interface InstallPlace {
  /** Where this installation is reached: "https://leads.example.com". */
  origin: string;
  writeKey: string;
}

const snippet = ({ origin, writeKey }: InstallPlace) => `<script>
  window.leadgrid = window.leadgrid || function () { (leadgrid.q = leadgrid.q || []).push(arguments); };
</script>
<script async src="${origin}/leadgrid.js" data-write-key="${writeKey}"></script>

<!-- Once the visitor agrees to be remembered: -->
<script>leadgrid('consent', true);</script>

<!-- What they do, and who they are: -->
<script>
  leadgrid('track', 'Demo Requested', { plan: 'team' });
  leadgrid('identify', { email: 'ada@example.com', name: 'Ada Example' });
</script>

<!-- Or without a script: a form whose marked fields say who sent it. -->
<form data-leadgrid="Demo Requested">
  <input name="email" data-leadgrid-trait="email">
  <input name="company" data-leadgrid-trait="company">
</form>`;

const analyticsNext = ({
  origin,
  writeKey,
}: InstallPlace) => `import { AnalyticsBrowser } from '@segment/analytics-next';

export const analytics = AnalyticsBrowser.load(
  { writeKey: '${writeKey}', cdnURL: '${origin}' },
  { integrations: { 'Segment.io': { apiHost: '${new URL(origin).host}/v1', protocol: '${new URL(origin).protocol.slice(0, -1)}' } } },
);

analytics.track('Demo Requested', { plan: 'team' });`;

const analyticsNode = ({
  origin,
  writeKey,
}: InstallPlace) => `import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: '${writeKey}', host: '${origin}' });

analytics.identify({ userId: 'user-1', traits: { email: 'ada@example.com' } });
analytics.track({ userId: 'user-1', event: 'Trial Started', properties: { plan: 'team' } });`;

const curl = ({ origin, writeKey }: InstallPlace) => `curl ${origin}/v1/track -u ${writeKey}: \\
  -H 'content-type: application/json' \\
  -d '{ "userId": "user-1", "event": "Trial Started", "context": { "traits": { "email": "ada@example.com" } } }'`;

const TEXTS: Record<InstallKind, (place: InstallPlace) => string> = {
  snippet,
  'analytics-next': analyticsNext,
  'analytics-node': analyticsNode,
  curl,
};

/** The text that connects something, ready to be copied. */
export function writeInstallText(kind: InstallKind, place: InstallPlace): string {
  return TEXTS[kind](place);
}
