import { isUnknown } from './known';
import type { Lists } from './types';

/** What `email.kind` may be. */
export type EmailKind = 'business' | 'personal' | 'disposable';

/** Reads what is derived from an e-mail address; undefined when the address does not tell. */
export interface EmailReaders {
  /** What follows the last @, in lower case. */
  domain: (email: unknown) => string | undefined;
  kind: (email: unknown) => EmailKind | undefined;
  /** Whether it is a role's mailbox, such as info@. */
  role: (email: unknown) => boolean | undefined;
}

interface DomainFacts {
  domain: string | undefined;
  kind: EmailKind | undefined;
}

const DOMAINS_REMEMBERED = 20_000;
const AT_SIGN = 64;
const NO_DOMAIN: DomainFacts = { domain: undefined, kind: undefined };

function normaliseAll(entries: readonly string[]): ReadonlySet<string> {
  return new Set(entries.map((entry) => entry.trim().toLowerCase()));
}

/** Whether a domain or one it is under is listed. */
function isListed(domain: string, listed: ReadonlySet<string>): boolean {
  for (let rest = domain; ; rest = rest.slice(rest.indexOf('.') + 1)) {
    if (listed.has(rest)) return true;
    if (!rest.includes('.')) return false;
  }
}

/** Finds the last @ of an address and a hash of what follows it, once for all fields of the address. */
class AddressScan {
  /** Place of the last @; −1 when there is none. */
  at = -1;
  hash = 0;
  private last = '';

  scan(email: string): void {
    if (email === this.last) return;
    let hash = 0;
    let at = email.length - 1;
    for (; at >= 0; at -= 1) {
      const code = email.charCodeAt(at);
      if (code === AT_SIGN) break;
      hash = (hash * 31 + code) | 0;
    }
    this.at = at;
    this.hash = hash;
    this.last = email;
  }
}

/**
 * Works out what a domain tells, once for each spelling. A spelling is found by its hash and compared where it stands,
 * so that an address whose domain has been met before is neither cut nor copied.
 */
function rememberDomains(
  address: AddressScan,
  judge: (domain: string) => DomainFacts,
): (email: unknown) => DomainFacts {
  const remembered = new Map<number, { spelling: string; facts: DomainFacts }>();
  return (email) => {
    if (typeof email !== 'string') return NO_DOMAIN;
    address.scan(email);
    const { at, hash } = address;
    if (at < 0) return NO_DOMAIN;
    const known = remembered.get(hash);
    if (known && known.spelling.length === email.length - at - 1 && email.endsWith(known.spelling)) {
      return known.facts;
    }
    const spelling = email.slice(at + 1);
    const facts = judge(spelling.trim().toLowerCase());
    if (remembered.size >= DOMAINS_REMEMBERED) remembered.clear();
    remembered.set(hash, { spelling, facts });
    return facts;
  };
}

function isPlain(code: number): boolean {
  return code > 32 && code < 127;
}

const LETTERS = 128;

function createRoleReader(address: AddressScan, roleNames: readonly string[]): EmailReaders['role'] {
  const roles = normaliseAll(roleNames);
  const longest = Math.max(0, ...Array.from(roles, (role) => role.length));
  // Most names are told from roles by their length and first letter alone.
  const possible = new Uint8Array((longest + 1) * LETTERS);
  const signOf = (length: number, code: number) => length * LETTERS + (code | 32);
  for (const role of roles) possible[signOf(role.length, role.charCodeAt(0))] = 1;
  return (email) => {
    if (typeof email !== 'string') return undefined;
    address.scan(email);
    const { at } = address;
    const first = email.charCodeAt(0);
    if (at > 0 && isPlain(first) && isPlain(email.charCodeAt(at - 1)) && !possible[signOf(at, first)]) {
      return false;
    }
    if (isUnknown(email)) return undefined;
    return roles.has((at < 0 ? email : email.slice(0, at)).trim().toLowerCase());
  };
}

/** How to read the fields that are derived from an e-mail address, judged by lists. */
export function createEmailReaders(lists: Lists): EmailReaders {
  const personal = normaliseAll(lists.personalDomains);
  const disposable = normaliseAll(lists.disposableDomains);
  const address = new AddressScan();
  const factsOf = rememberDomains(address, (domain) => {
    if (domain === '') return NO_DOMAIN;
    // Lists of free-mail providers often hold disposable ones too.
    if (isListed(domain, disposable)) return { domain, kind: 'disposable' };
    return { domain, kind: isListed(domain, personal) ? 'personal' : 'business' };
  });
  return {
    domain: (email) => factsOf(email).domain,
    kind: (email) => factsOf(email).kind,
    role: createRoleReader(address, lists.roleNames),
  };
}
