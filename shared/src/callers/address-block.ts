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
  const plain = address?.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (plain === undefined || isIPv4(plain)) return plain;
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, groups).join(':')}::/${groups * 16}` : undefined;
}

function groupsOf(address: string): string[] {
  // URL writes every IPv6 address in one way: small letters, no leading zeros, the longest run of zeros as "::".
  const [head = '', tail = ''] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after];
}
