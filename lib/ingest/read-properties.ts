import type { Properties } from '@/lib/events/types';

/** Whether a value is an object with names. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const CAMPAIGN: readonly (readonly [string, string])[] = [
  ['source', 'utm_source'],
  ['medium', 'utm_medium'],
  ['name', 'utm_campaign'],
  ['term', 'utm_term'],
  ['content', 'utm_content'],
];

const PAGE = ['path', 'url', 'referrer'] as const;

/**
 * An event's properties as they are stored: what it says itself, and from its context where it happened (`path`, `url`,
 * `referrer`), what brought the visitor (`utm_source` …) and by which program (`userAgent`). Addresses of the network are
 * not kept: nothing needs them. What the event says itself stands above the context.
 */
export function readProperties(
  own: Properties,
  context: Properties,
  viewName: string | null,
): Record<string, unknown> {
  const properties: Record<string, unknown> = { ...own };
  const put = (key: string, value: unknown) => {
    if (typeof value === 'string' && value !== '' && properties[key] === undefined) properties[key] = value;
  };
  if (viewName !== null) put('name', viewName);
  const { page, campaign } = context;
  if (isRecord(page)) for (const key of PAGE) put(key, page[key]);
  if (isRecord(campaign)) for (const [key, name] of CAMPAIGN) put(name, campaign[key]);
  put('userAgent', context.userAgent);
  if (properties.path === undefined) put('path', readPath(properties.url));
  return properties;
}

function readPath(url: unknown): string | null {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).pathname : null;
}
