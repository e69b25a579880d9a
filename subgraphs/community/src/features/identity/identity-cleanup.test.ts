import { hours, IdentityFixture } from '../../../test/identity-fixture.js';
import { removeLeftovers } from './identity-cleanup.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());

const tables = [
  'sign_in_attempt',
  'one_time_token',
  'session',
  'refresh_token',
  'known_address',
  'signing_key',
  'outbox_message',
  'account_request',
];
const rows = async () => {
  const counts = tables.map((table) =>
    fixture.sql<{ count: number }>(`select count(*)::integer as count from ${table}`),
  );
  return (await Promise.all(counts)).map(([row]) => row?.count);
};

describe('removeLeftovers', () => {
  it('keeps what is in use and removes all that is past its time', async () => {
    const { email } = await fixture.person();
    await fixture.ask('requestPasswordReset', { email });
    await fixture.mailsTo(email);
    await fixture.ask('signIn', { email, password: 'een verkeerd wachtwoord' });
    await fixture.signIn({ email }, { clientAddress: '192.0.2.1' });
    const before = await rows();
    await removeLeftovers(fixture.dataSource, fixture.clock.now());
    expect(await rows()).toEqual(before);
    fixture.clock.advance(hours(24 * 91));
    await removeLeftovers(fixture.dataSource, fixture.clock.now());
    expect([before, await rows()]).toEqual([Array(8).fill(1), Array(8).fill(0)]);
  });
});
