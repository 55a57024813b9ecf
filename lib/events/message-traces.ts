import type { Properties } from './types';

/** Names under which tools send what a rule asks for, the surest first; read as given and within `context`. */
const AGENT = ['userAgent', 'user_agent', '$user_agent', 'useragent'];
const SENT_AT = ['sentAt', 'sent_at', 'sentTime', 'sent_time'];
const MESSAGE = ['emailId', 'email_id', 'campaignId', 'campaign_id', 'campaign', 'subject'];
const LINK = ['url', 'link', 'href', 'linkUrl', 'link_url', 'target'];

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

function readText(properties: Properties, names: readonly string[]): string | null {
  const { context } = properties;
  const inner = typeof context === 'object' && context !== null ? new Map(Object.entries(context)) : null;
  for (const name of names) {
    const value: unknown = properties[name] ?? inner?.get(name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return null;
}

/** The program that did it, as it names itself; null when none is told. */
export function readAgent(properties: Properties): string | null {
  return readText(properties, AGENT);
}

/** When the message was sent, in milliseconds; null when the event does not say it to the second. */
export function readSentAt(properties: Properties): number | null {
  const text = readText(properties, SENT_AT);
  if (text === null || DAY_ONLY.test(text)) return null;
  // Without a zone it is UTC, as everywhere.
  const instant = Date.parse(/[zZ]$|[+-]\d{2}:?\d{2}$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(instant) ? null : instant;
}

/** What tells one message from another; empty when the event does not say. */
export function readMessage(properties: Properties): string {
  return readText(properties, MESSAGE)?.toLowerCase() ?? '';
}

/** The link that was clicked; empty when the event does not say. */
export function readLink(properties: Properties): string {
  return readText(properties, LINK) ?? '';
}

/** Whether two events are of one message, as far as both say which. */
export function isSameMessage(one: Properties, other: Properties): boolean {
  for (const name of MESSAGE) {
    const [a, b] = [readText(one, [name]), readText(other, [name])];
    if (a !== null && b !== null) return a.toLowerCase() === b.toLowerCase();
  }
  return true;
}
