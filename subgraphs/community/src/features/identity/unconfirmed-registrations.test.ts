import { lockWaits } from '../../../../../shared/test/lock-waits.js';
import { newId } from '@lokaal/shared/ids';
import { EntityManager } from 'typeorm';
import { codesOf, hours, IdentityFixture, password } from '../../../test/identity-fixture.js';
import { removeUnconfirmed } from './unconfirmed-registrations.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());

const month = 30 * 24;
let addresses = 0;

const register = (email: string) =>
  fixture.ask(
    'registerPerson',
    { name: 'Nora Nepnaam', email, password },
    { clientAddress: `192.0.2.${(addresses += 1) % 250}` },
  );
const confirm = async (email: string) => {
  const token = await fixture.tokenMailedTo(email);
  return codesOf(await fixture.ask('confirmEmail', { token, password }));
};
const remove = () => removeUnconfirmed(fixture.dataSource, fixture.clock.now());
const idsAt = (email: string) => fixture.sql<{ id: string }>('select id from person where email = $1', email);

/** An address that was registered so many hours ago. */
async function registered(ago: number): Promise<string> {
  const email = `nepnaam${(addresses += 1)}@verzonnen.example`;
  await register(email);
  const moment = (past: number) => new Date(fixture.clock.now().getTime() - hours(past));
  const ids = (await idsAt(email)).map(({ id }) => id);
  await fixture.sql('update person set created_at = $2 where id = any ($1)', ids, moment(ago));
  await fixture.sql(
    `update one_time_token set created_at = $2::timestamptz - interval '3 days', expires_at = $2 where person_id = any ($1)`,
    ids,
    moment(ago - 72),
  );
  return email;
}

/** Until somebody waits for a lock. */
async function waiting(): Promise<void> {
  while ((await fixture.sql(lockWaits)).length === 0);
}

describe('a registration that nobody confirmed', () => {
  it('is gone after thirty days, with its links, and no sooner', async () => {
    const [recent, old] = [await registered(month - 1), await registered(month + 1)];
    const [{ id } = { id: '' }] = await idsAt(old);
    await remove();
    expect([await idsAt(recent), await idsAt(old)]).toEqual([[expect.anything()], []]);
    expect(await fixture.sql('select from one_time_token where person_id = $1', id)).toEqual([]);
  });

  it('may be made again, by a new person', async () => {
    const email = await registered(month + 1);
    await remove();
    await register(email);
    expect(await confirm(email)).toEqual([]);
  });

  it('stays as long as one of its links works', async () => {
    const email = await registered(month + 1);
    await register(email);
    await remove();
    expect(await confirm(email)).toEqual([]);
  });

  it('stays when the association entered that person, or the address was confirmed', async () => {
    const [entered, confirmed] = [await registered(month + 1), await registered(month + 1)];
    await fixture.sql('update person set entered_at = created_at where email = $1', entered);
    await fixture.sql('update person set email_confirmed_at = created_at where email = $1', confirmed);
    await remove();
    expect([await idsAt(entered), await idsAt(confirmed)]).toEqual([[expect.anything()], [expect.anything()]]);
  });

  it.each([
    ['goes with the person', (id: string) => fixture.calendarFeed(id)],
    [
      'stays without the person',
      (id: string) =>
        fixture.sql(
          `with list as (insert into mailing_list (id, slug, name, description) values ($1, 'lijst', 'Lijst', 'Lijst') returning id)
            insert into mailing_list_subscription (id, list_id, email, language, person_id, state, requested_at)
            select $2, id, 'elders@gemeente.example', 'NL', $3, 'PENDING', now() from list`,
          newId('mailinglist'),
          newId('subscription'),
          id,
        ),
    ],
  ])('stays when something refers to it that %s', async (_what, refer) => {
    const email = await registered(month + 1);
    const [{ id } = { id: '' }] = await idsAt(email);
    await refer(id);
    await remove();
    expect(await idsAt(email)).toEqual([{ id }]);
  });

  it('that is made again while the old one is removed, by several processes, works', async () => {
    const emails = [];
    for (let one = 0; one < 6; one += 1) emails.push(await registered(month + 1));
    await Promise.all([...Array.from({ length: 4 }, remove), ...emails.map((email) => register(email))]);
    for (const email of emails) expect([email, await confirm(email)]).toEqual([email, []]);
  });

  it('that is removed just when it is made again gives way to the new one', async () => {
    const email = await registered(month + 1);
    const other = await fixture.owner.connect();
    await other.query('begin');
    await other.query('select from person where email = $1 for update', [email]);
    const again = register(email);
    await waiting();
    await other.query('delete from person where email = $1', [email]);
    await other.query('commit');
    other.release();
    expect(codesOf(await again)).toEqual([]);
    expect(await confirm(email)).toEqual([]);
  });

  it('stays when it can be confirmed again by the time it is locked', async () => {
    const email = await registered(month + 1);
    const query = jest.spyOn(EntityManager.prototype, 'query');
    query.mockImplementationOnce(async function (this: EntityManager, ...asked: Parameters<EntityManager['query']>) {
      query.mockRestore();
      const locked = await this.query(...asked);
      const renew = `update one_time_token set expires_at = $2 where person_id = (select id from person where email = $1)`;
      await fixture.sql(renew, email, new Date(fixture.clock.now().getTime() + hours(1)));
      return locked;
    });
    await remove();
    expect(await confirm(email)).toEqual([]);
  });
});
