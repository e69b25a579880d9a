import { codesOf, IdentityFixture, minutes, password } from '../../../test/identity-fixture.js';
import { SignInThrottle } from './sign-in-throttle.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());
beforeEach(() => fixture.clock.advance(minutes(60)));

const enter = (email: string, clientAddress: string, typed = password) =>
  fixture.ask('signIn', { email, password: typed }, { clientAddress }).then(codesOf);
const guesses = (count: number, clientAddress: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => enter(`${at}@elders.example`, clientAddress(at), 'een verkeerd wachtwoord'));

/** While `work` runs, whoever asks for what `statement` holds waits. */
async function holding(statement: string, work: () => Promise<void>): Promise<void> {
  const other = await fixture.owner.connect();
  try {
    await other.query('begin');
    await other.query(statement);
    await work();
  } finally {
    await other.query('rollback');
    other.release();
  }
}

const attempts = 'lock table sign_in_attempt in access exclusive mode';

/** How many connections wait, seen over one of those that everybody shares. */
const waiting = async (): Promise<number> => {
  const [row] = await fixture.dataSource.query<{ count: number }[]>(`select count(*)::integer from pg_stat_activity
    where datname = current_database() and application_name = 'community' and wait_event_type = 'Lock'`);
  return row!.count;
};

describe('sign-ins that wait', () => {
  it('hold two connections, however many there are: what others do goes on', async () => {
    let answers: Promise<string[]>[] = [];
    await holding(attempts, async () => {
      answers = guesses(60, () => '192.0.2.50');
      while ((await waiting()) < 2) await new Promise(setImmediate);
      expect(await waiting()).toBe(2);
    });
    const codes = (await Promise.all(answers)).flat();
    expect(codes.filter((code) => code === 'INVALID_CREDENTIALS')).toHaveLength(50);
  });

  it('fill the places of their own network only, and leave no attempt behind', async () => {
    const { email } = await fixture.person();
    let answers: Promise<string[]>[] = [];
    let own: Promise<string[]> = Promise.resolve([]);
    await holding(attempts, async () => {
      answers = guesses(120, (at) => `2001:db8:7:${at.toString(16)}::1`);
      expect(await Promise.race(answers)).toEqual(['RATE_LIMITED']);
      own = enter(email, '2001:db8:8::1');
    });
    expect(await own).toEqual([]);
    const codes = (await Promise.all(answers)).flat();
    expect(codes.filter((code) => code === 'INVALID_CREDENTIALS')).toHaveLength(62);
    expect(await fixture.sql('select 1 from sign_in_attempt where pending')).toEqual([]);
  });

  it('wait for nobody when they are refused anyway', async () => {
    const throttle = new SignInThrottle(fixture.dataSource);
    const attempt = { account: 'locked', address: undefined, known: false };
    for (let at = 0; at < 10; at += 1) await throttle.fail(await throttle.open(attempt, fixture.clock.now()));
    await holding(`select pg_advisory_xact_lock(hashtextextended('account:locked', 0))`, async () => {
      await expect(throttle.open(attempt, fixture.clock.now())).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    });
  });
});
