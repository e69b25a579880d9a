import { isIPv4, isIPv6 } from 'node:net';

/** What counts as one address: an IPv4 address, or the /64 that an IPv6 user gets and can move about in. */
export function addressBlock(address: string | undefined): string | undefined {
  return networkOf(address, 4);
}

/** Whose turns are one line: an IPv4 address, or the /48 of a whole site, which has 65,536 blocks to wait in. */
export function addressSite(address: string | undefined): string | undefined {
  return networkOf(address, 3);
}

function networkOf(address: string | undefined, groups: number): string | undefined {
  const plain = address?.replace(/%.*$/, '');
  if (plain === undefined || isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return undefined;
  const all = groupsOf(plain);
  return mappedIn(all) ?? `${all.slice(0, groups).join(':')}::/${groups * 16}`;
}

/** The IPv4 address in an IPv6 one (RFC 4291, 2.5.5.2), as sockets and some proxies write it: with dots or without. */
function mappedIn(groups: readonly string[]): string | undefined {
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return undefined;
  const octets = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return octets.flatMap((two) => [two >> 8, two & 255]).join('.');
}

function groupsOf(address: string): string[] {
  // URL writes every IPv6 address in one way: small letters, no leading zeros, the longest run of zeros as "::".
  const [head = '', tail = ''] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after];
}
