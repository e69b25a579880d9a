import { createDataSource } from '@lokaal/shared/database';
import { anonymous } from '@lokaal/shared/auth';
import type { DataSource } from 'typeorm';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { Given, startCommunity } from '../../../test/given.js';
import { KeptMails } from '../../../test/kept-mails.js';
import { communityEntities } from '../../schema.js';
import { FirstStaff } from './first-staff.js';

let on: TestSubgraph;
let given: Given;
let mails: KeptMails;
let db: DataSource;

const email = 'directie@vereniging.example';
const password = 'een goed lang wachtwoord';
const other = 'wachtwoord van een ander';

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  mails = await KeptMails.of(on);
  db = await createDataSource({ url: on.urls.server, applicationName: 'test', entities: communityEntities });
  closeBeforeDropping(() => db.destroy());
});
afterEach(async () => {
  await on.sql('delete from person');
  await on.sql('delete from kept_mail');
  await on.sql('delete from outbox_message');
});

/** One run of the job, of a process that is configured with this address. */
const seat = (address = email): Promise<void> =>
  new FirstStaff(
    { db, clock: on.clock, mailWaits: () => undefined, publicUrl: 'https://graph.example' },
    address,
  ).seat();

const ask = async (name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code } } }`;
  const { data } = await on.as(anonymous).run(query, { input });
  return data[name].userErrors.map(({ code }: { code: string }) => code);
};
const register = () => ask('registerPerson', { name: 'Een Ander', email, password: other });
const mailed = async () => (await mails.to(email)).map(({ text }) => /#token=([\w-]+)/.exec(text)?.[1] ?? '');
const subjects = async () => (await mails.to(email)).map(({ subject }) => subject);
const staffed = async () =>
  (await on.sql<{ email: string }>('select email from staff_role join person on id = person_id')).map(
    (one) => one.email,
  );

describe('the first member of staff', () => {
  it('is invited, and is staff once the mailed link was followed', async () => {
    await seat();
    await seat();
    expect([await staffed(), await subjects()]).toEqual([[], ['Kies een wachtwoord voor uw account']]);
    const [token] = await mailed();
    expect(await ask('resetPassword', { token, password })).toEqual([]);
    await seat();
    expect(await staffed()).toEqual([email]);
    expect(await ask('signIn', { email, password })).toEqual([]);
    const [appointment] = await on.sql('select appointed_at, appointed_by_id from staff_appointment');
    expect(appointment).toEqual({ appointed_at: on.clock.now(), appointed_by_id: null });
  });

  it('is who confirmed that address before, however it is spelled', async () => {
    await given.person({ email, email_confirmed_at: '2024-01-01T00:00:00Z', entered_at: '2024-01-01T00:00:00Z' });
    await seat(' Directie@Vereniging.EXAMPLE');
    expect(await staffed()).toEqual([email]);
  });

  it('is nobody who registered with that address, also when its owner follows the link of that registration', async () => {
    await register();
    const [stolen] = await mailed();
    await seat();
    expect(await ask('confirmEmail', { token: stolen, password: other })).toEqual(['INVALID_TOKEN']);
    await register();
    await seat();
    expect([await staffed(), (await subjects()).at(-1)]).toEqual([[], 'U hebt al een account']);
    expect(await ask('signIn', { email, password: other })).toEqual(['INVALID_CREDENTIALS']);
  });

  it('chooses a password first, where an earlier registration was confirmed: that one may be a stranger’s', async () => {
    await register();
    expect(await ask('confirmEmail', { token: (await mailed()).at(-1), password: other })).toEqual([]);
    await seat();
    expect(await staffed()).toEqual([]);
    expect(await ask('signIn', { email, password: other })).toEqual(['INVALID_CREDENTIALS']);
    expect(await ask('resetPassword', { token: (await mailed()).at(-1), password })).toEqual([]);
    await seat();
    expect([await staffed(), await ask('signIn', { email, password })]).toEqual([[email], []]);
  });

  it('is one, whatever several processes are configured with', async () => {
    const addresses = ['een@vereniging.example', 'twee@vereniging.example', email];
    for (const address of addresses)
      await given.person({
        email: address,
        email_confirmed_at: '2024-01-01T00:00:00Z',
        entered_at: '2024-01-01T00:00:00Z',
      });
    await Promise.all([...addresses, ...addresses].map((address) => seat(address)));
    expect(await staffed()).toHaveLength(1);
  });

  it('is nobody while there is staff', async () => {
    const clerk = await given.person();
    await on.sql(`insert into staff_role values ($1, 'STAFF')`, [clerk.id]);
    await given.person({ email, email_confirmed_at: '2024-01-01T00:00:00Z' });
    await seat();
    expect([await staffed(), await subjects()]).toEqual([[clerk.email], []]);
  });
});
