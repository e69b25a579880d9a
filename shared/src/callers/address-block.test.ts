import { addressBlock, addressSite } from './address-block.js';

describe('addressBlock', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:0201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0001:0002:0003::9', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, block) => {
    expect(addressBlock(address)).toBe(block);
  });

  it.each([undefined, '', 'onbekend', '1.2.3.4.5', '192.0.2.1:80'])('of %s is not known', (address) => {
    expect(addressBlock(address)).toBeUndefined();
  });
});

describe('addressSite', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:c633:6407', '198.51.100.7'],
    ['2001:db8:1:2::9', '2001:db8:1::/48'],
    ['2001:db8:1:ffff::1', '2001:db8:1::/48'],
    ['onbekend', undefined],
  ])('of %s is %s', (address, site) => {
    expect(addressSite(address)).toBe(site);
  });
});
