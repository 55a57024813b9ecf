import ipaddr from 'ipaddr.js';

/** Names that stand for this machine or the network it is in, whatever a name server says. */
const INNER_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/;

const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an IP address, as a name server or a socket writes it, is one of the open internet. Private, loopback,
 * link-local, unique-local, shared (carrier-grade NAT), multicast, unspecified, reserved and documentation addresses are
 * not; nor are IPv6 addresses that carry an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo), as where they
 * lead is decided by someone else. What cannot be read is not public.
 */
export function isPublicAddress(address: string): boolean {
  const [bare = ''] = address.split('%');
  // Only the usual way of writing IPv4: decimal, octal and short ones are for the URL parser to bring into it.
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare).range() === 'unicast';
  if (!ipaddr.IPv6.isValid(bare)) return false;
  const parsed = ipaddr.IPv6.parse(bare);
  return parsed.match(GLOBAL_UNICAST) && parsed.range() === 'unicast';
}

/** The IP address that a URL's host is, without brackets and final dot; null when it is a name. */
export function readHostAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  return ipaddr.isValid(bare) ? bare : null;
}

/** Whether a host is known to be an inner one without asking a name server. */
export function isInnerHost(hostname: string): boolean {
  const address = readHostAddress(hostname);
  if (address !== null) return !isPublicAddress(address);
  const name = hostname.toLowerCase().replace(/\.$/, '');
  // A name without a dot is found in the network's own search domain.
  return INNER_NAMES.test(name) || !name.includes('.');
}

/** What keeps an address from being sent to, in words; null when nothing does. Names are not looked up. */
export function findUrlFault(text: string, allowInner: boolean): string | null {
  if (!URL.canParse(text)) return 'This is not an address such as https://example.com/hooks';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'Only http and https addresses can be sent to';
  if (url.username !== '' || url.password !== '') {
    return 'Leave user name and password out of the address; the signature says who is speaking';
  }
  if (!allowInner && isInnerHost(url.hostname)) return innerFault(url.hostname);
  return null;
}

/** Why an inner host is refused. */
export function innerFault(host: string): string {
  return `${host} is inside a private network. An admin can allow private addresses under Settings, Webhooks`;
}
