import { IdentityFixture } from '../../../test/identity-fixture.js';
import { SignInThrottle } from './sign-in-throttle.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());

const now = new Date('2026-03-02T09:00:00Z');

describe('sign-ins that wait', () => {
  it('fill the places of their own network address only', async () => {
    const throttle = new SignInThrottle(fixture.dataSource);
    const attempt = (address: string, number: number) =>
      throttle.open({ account: `${address} ${number}`, address, known: false }, now);
    const attempts = (address: string, count: number) =>
      Array.from({ length: count }, (_, number) => attempt(address, number));
    const open = { flood: await Promise.all(attempts('flood', 50)), hall: await Promise.all(attempts('hall', 50)) };
    const answers = attempts('flood', 80).map((one) =>
      one
        .then((id) => throttle.forget(id))
        .then(
          () => 'open',
          ({ code }) => code,
        ),
    );
    expect(await Promise.race(answers)).toBe('RATE_LIMITED');
    const waits = attempt('hall', 50);
    await throttle.forget(open.hall[0]!);
    expect(await waits).toEqual(expect.any(String));
    for (const id of open.flood) await throttle.forget(id);
    expect((await Promise.all(answers)).filter((answer) => answer === 'open')).toHaveLength(60);
  });
});
