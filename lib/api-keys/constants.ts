/** What an API key may be allowed, one by one. A key may do nothing that its scopes do not name. */
export const SCOPES = [
  { scope: 'leads:read', label: 'Read leads and their events' },
  { scope: 'leads:write', label: 'Write leads' },
  { scope: 'companies:read', label: 'Read companies' },
  { scope: 'companies:write', label: 'Write companies' },
  { scope: 'deals:read', label: 'Read deals' },
  { scope: 'deals:write', label: 'Write deals and their outcomes' },
  { scope: 'rubric:read', label: 'Read the rubric' },
  { scope: 'rubric:write', label: 'Publish a rubric' },
  { scope: 'scores:read', label: 'Read scores with their explanation' },
  { scope: 'queue:read', label: 'Read the queue' },
  { scope: 'events:write', label: 'Send events' },
  { scope: 'leads:erase', label: 'Erase leads for good' },
] as const;

export type Scope = (typeof SCOPES)[number]['scope'];

/** Every scope by its name. */
export const SCOPE_NAMES = SCOPES.map(({ scope }) => scope);

/** What every key begins with, so that people and scanners for leaked secrets know one when they see it. */
export const KEY_START = 'lg_';

/** How much of a key is kept in the clear, to tell one from another. */
export const PREFIX_LENGTH = 10;

/** The last use of a key is written down this often at most, in milliseconds: a busy key costs no write a request. */
export const USE_NOTED_EVERY_MS = 60_000;
