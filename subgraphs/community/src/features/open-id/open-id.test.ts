import '../../../../../shared/test/matchers.js';
import { redirectUri, TestBrowser, TestIssuer } from '../../../../../shared/test/open-id-issuer.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { decodeJwt } from 'jose';
import { Given, type Row, startCommunity } from '../../../test/given.js';
import { GivenOpenId } from '../../../test/given-open-id.js';
import { KeptMails } from '../../../test/kept-mails.js';
import { rowsOf } from '../../../test/rows-of.js';
import type { CommunitySubgraph } from '../../index.js';
import { hashOfToken } from '../identity/secret-token.js';

let on: TestSubgraph;
let given: Given;
let issuer: TestIssuer;
let other: TestIssuer;
let wary: TestIssuer;
let openId: GivenOpenId;
let keptMails: KeptMails;
let victim: Row;

beforeAll(async () => {
  [issuer, other, wary] = await Promise.all([
    TestIssuer.start('overheid'),
    TestIssuer.start('andere', { registers: false }),
    TestIssuer.start('voorzichtig', { trustsEmail: false }),
  ]);
  on = await startCommunity({ openIdIssuers: [issuer.config, other.config, wary.config] });
  given = new Given(on);
  openId = new GivenOpenId(on);
  keptMails = await KeptMails.of(on);
  victim = await confirmed('slachtoffer@gemeente.example');
});
// the issuers keep real time
beforeEach(() => on.clock.set(new Date().toISOString()));
afterAll(() => Promise.all([issuer, other, wary].map((one) => one.stop())));

const verified = (email: string) => ({ email, email_verified: true, name: 'An Peeters', locale: 'fr-BE' });
const personOf = ({ data }: { data: { finishOpenIdSignIn: { accessToken: string } } }): string =>
  decodeJwt(data.finishOpenIdSignIn.accessToken).sub!;
const linksOf = ({ id }: Row) => on.sql('select issuer, subject from external_identity where person_id = $1', [id]);
const countPeople = async () =>
  (await on.sql<{ count: number }>('select count(*)::int as count from person'))[0]!.count;
const confirmed = (email: string) => given.person({ email, email_confirmed_at: '2026-01-05T09:00:00Z' });

describe('openIdIssuers', () => {
  it('tells anybody by whom one signs in, and no secret', async () => {
    const { data } = await on.as(anonymous).run('{ openIdIssuers { name label issuer redirectUris } }');
    expect(data.openIdIssuers[0]).toEqual({
      name: 'overheid',
      label: 'Aanbieder overheid',
      issuer: issuer.config.issuer,
      redirectUris: issuer.config.redirectUris,
    });
  });
});

describe('startOpenIdSignIn', () => {
  it('asks for a code with PKCE, for us and nobody else, and stores none of its secrets', async () => {
    const { authorizationUrl, flowToken } = await openId.start('overheid');
    const asked = Object.fromEntries(new URL(authorizationUrl).searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'lokaal',
      redirect_uri: redirectUri,
      code_challenge_method: 'S256',
    });
    const stored = JSON.stringify(await on.sql('select * from open_id_flow'));
    for (const secret of [flowToken, asked['state'], asked['nonce']]) expect(stored).not.toContain(secret);
  });

  const elsewhere = { issuer: 'overheid', redirectUri: `${redirectUri}/elders` };
  const alike = { issuer: 'overheid', redirectUri: `${redirectUri}.kwaad` };
  it.each([
    ['an address that is not on the list', elsewhere, 'BAD_USER_INPUT', 'redirectUri'],
    ['an address that begins like one on the list', alike, 'BAD_USER_INPUT', 'redirectUri'],
    ['an issuer that is not configured', { issuer: 'https://kwaad.example', redirectUri }, 'NOT_FOUND', 'issuer'],
  ])('is refused for %s', async (_what, input, code, field) => {
    const before = await on.sql('select from open_id_flow');
    expect(await openId.ask('startOpenIdSignIn', input)).toHaveUserError(code, [field]);
    expect(await on.sql('select from open_id_flow')).toHaveLength(before.length);
  });
});

describe('finishOpenIdSignIn', () => {
  it('the first time makes an account with the verified address, and a session', async () => {
    await issuer.account('nieuw', verified('nieuw@gemeente.example'));
    const answer = await openId.signIn(issuer, 'nieuw');
    const id = personOf(answer);
    expect(
      await on.sql(
        'select name, email, language, email_confirmed_at is not null as confirmed, consent_directory from person where id = $1',
        [id],
      ),
    ).toEqual([
      {
        name: 'An Peeters',
        email: 'nieuw@gemeente.example',
        language: 'FR',
        confirmed: true,
        consent_directory: false,
      },
    ]);
    expect(await linksOf({ id })).toEqual([{ issuer: issuer.config.issuer, subject: 'nieuw' }]);
    const { sid } = decodeJwt(answer.data.finishOpenIdSignIn.accessToken);
    const { identity } = on.subgraph as CommunitySubgraph;
    expect(await identity.viewerOf({ personId: id, sessionId: sid as string })).toMatchObject({ personId: id });
  });

  it.each([
    ['is of two lines', 'regels', 'An\nPeeters', 'An Peeters'],
    ['holds a web address', 'klik', 'An http://evil.example', 'An http evil example'],
    ['holds a host with a path', 'pad', 'An evil.example/x', 'An evil example/x'],
    ['is drowned in accents', 'accenten', `A${'\u0301'.repeat(9)}n`, `A${'\u0301'.repeat(4)}n`],
    ['is a web address alone', 'adres', 'WWW.', 'adres'],
    ['is too long', 'lang', 'a'.repeat(101), 'a'.repeat(100)],
  ])('takes what can be taken of a name that %s', async (_what, subject, claim, name) => {
    await issuer.account(subject, { ...verified(`${subject}@gemeente.example`), name: claim });
    const id = personOf(await openId.signIn(issuer, subject));
    expect(await on.sql('select name from person where id = $1', [id])).toEqual([{ name }]);
  });

  it('later finds the same person, also when the address changed or is no longer verified', async () => {
    await issuer.account('bas', verified('bas@gemeente.example'));
    const id = personOf(await openId.signIn(issuer, 'bas'));
    await issuer.account('bas', { email: 'iemand@elders.example', email_verified: false });
    expect(personOf(await openId.signIn(issuer, 'bas'))).toBe(id);
  });

  it('links the confirmed account with the verified address, and mails that it did', async () => {
    const person = await confirmed('cleo@gemeente.example');
    await issuer.account('cleo', verified('CLEO@gemeente.example'));
    expect(personOf(await openId.signIn(issuer, 'cleo'))).toBe(person.id);
    const mails = await on.sql('select subject from outbox_message where recipient = $1', [person.email]);
    expect(mails).toEqual([{ subject: 'Een andere manier van aanmelden is gekoppeld' }]);
  });

  it('makes one person of several who come back at once', async () => {
    await issuer.account('dora', verified('dora@gemeente.example'));
    const flows = [];
    for (let one = 0; one < 4; one += 1) flows.push(await openId.comeBack(await openId.start('overheid'), 'dora'));
    const answers = await Promise.all(flows.map((flow) => openId.finish(flow)));
    expect(new Set(answers.map(personOf)).size).toBe(1);
  });

  it('takes the same subject of two issuers for two people', async () => {
    const [one, two] = [await confirmed('een@gemeente.example'), await confirmed('twee@gemeente.example')];
    await issuer.account('7', verified('een@gemeente.example'));
    await other.account('7', verified('twee@gemeente.example'));
    expect(personOf(await openId.signIn(issuer, '7'))).toBe(one.id);
    expect(personOf(await openId.signIn(other, '7'))).toBe(two.id);
  });

  it.each<[string, () => TestIssuer, Record<string, unknown>, string]>([
    ['an address that the issuer did not verify', () => issuer, { email_verified: false }, 'NOT_LINKED'],
    ['an address that is verified in words only', () => issuer, { email_verified: 'true' }, 'NOT_LINKED'],
    ['no address', () => issuer, { email: undefined }, 'NOT_LINKED'],
    [
      'an address that another spelling folds to',
      () => issuer,
      { email: 'ｓlachtoffer@gemeente.example' },
      'NOT_LINKED',
    ],
    ['an issuer that is not trusted with addresses', () => wary, {}, 'NOT_LINKED'],
    ['nobody here, by an issuer that makes no accounts', () => other, { email: 'weg@x.example' }, 'NOT_LINKED'],
  ])('links nobody by %s', async (what, by, claims, code) => {
    const before = await countPeople();
    const subject = `kwaad-${what.replaceAll(' ', '-')}`;
    await by().account(subject, { ...verified('slachtoffer@gemeente.example'), ...claims });
    expect(await openId.signIn(by(), subject)).toHaveUserError(code);
    expect([await countPeople(), await on.sql('select from external_identity where subject = $1', [subject])]).toEqual([
      before,
      [],
    ]);
    expect(await linksOf(victim)).toEqual([]);
  });

  describe('at an address that a stranger registered and never confirmed', () => {
    let email = '';
    let owners = 0;
    const password = 'een goed lang wachtwoord';
    const register = () => openId.ask('registerPerson', { name: 'Nora Nepnaam', language: 'DE', email, password });
    const tokensOf = async () =>
      (await keptMails.to(email)).flatMap(({ text }) => /#token=([\w-]+)/.exec(text)?.[1] ?? []);
    const peopleAt = () => on.sql<Row>('select id from person where email = $1', [email]);

    beforeEach(async () => {
      email = `eigenaar${(owners += 1)}@gemeente.example`;
      await register();
      await openId.ask('requestPasswordReset', { email });
      await issuer.account(email, verified(email.toUpperCase()));
      await other.account(email, verified(email));
    });

    it('lets its owner in, as a new person of whom the stranger wrote nothing', async () => {
      const [registered] = await peopleAt();
      const feed = `insert into calendar_feed (id, person_id, kind, token_hash) values ($1, $2, 'MY_AGENDA', $3)`;
      await on.sql(feed, [newId('calendarfeed'), registered!.id, hashOfToken(email)]);
      await given.consent(registered!);
      const id = personOf(await openId.signIn(issuer, email));
      expect(id).not.toBe(registered!.id);
      expect(await peopleAt()).toEqual([{ id }]);
      const kept = await on.sql('select name, language, consent_directory from person where id = $1', [id]);
      expect(kept).toEqual([{ name: 'An Peeters', language: 'FR', consent_directory: false }]);
      expect(await rowsOf(on, registered!.id)).toEqual([]);
      expect(await rowsOf(on, id)).toEqual(['external_identity.person_id', 'session.person_id']);
    });

    it('leaves the stranger no way in: neither the password nor a link that was mailed', async () => {
      const tokens = await tokensOf();
      expect(tokens).toHaveLength(2);
      await openId.signIn(issuer, email);
      expect(await openId.ask('signIn', { email, password })).toHaveUserError('INVALID_CREDENTIALS');
      for (const token of tokens) {
        expect(await openId.ask('confirmEmail', { token, password })).toHaveUserError('INVALID_TOKEN');
        expect(await openId.ask('resetPassword', { token, password })).toHaveUserError('INVALID_TOKEN');
      }
      await register();
      expect((await keptMails.to(email)).at(-1)!.subject).toBe('Vous avez déjà un compte');
    });

    it('makes one person of several who come back at once', async () => {
      const flows = [];
      for (let one = 0; one < 4; one += 1) flows.push(await openId.comeBack(await openId.start('overheid'), email));
      const answers = await Promise.all([...flows.map((flow) => openId.finish(flow)), register()]);
      expect(new Set(answers.slice(0, 4).map(personOf)).size).toBe(1);
      expect(await peopleAt()).toHaveLength(1);
    });

    it('lets nobody in by an issuer that makes no accounts, and keeps what is there', async () => {
      const registered = await peopleAt();
      expect(await openId.signIn(other, email)).toHaveUserError('INVALID_STATE');
      expect(await peopleAt()).toEqual(registered);
    });
  });

  it('links no account that others entered and nobody confirmed: its owner comes in by the mailed link', async () => {
    const person = await given.person({ email: 'nooit@gemeente.example' });
    await issuer.account('nooit', verified('nooit@gemeente.example'));
    expect(await openId.signIn(issuer, 'nooit')).toHaveUserError('INVALID_STATE');
    expect(await linksOf(person)).toEqual([]);
  });

  it('links no second account of an issuer: an address may have gone to a newcomer', async () => {
    const person = await confirmed('functie@gemeente.example');
    await issuer.account('oud', verified('functie@gemeente.example'));
    await openId.signIn(issuer, 'oud');
    await issuer.account('opvolger', verified('functie@gemeente.example'));
    expect(await openId.signIn(issuer, 'opvolger')).toHaveUserError('ALREADY_EXISTS');
    expect(await linksOf(person)).toHaveLength(1);
  });

  it.each<
    [string, (back: Record<string, string>) => Record<string, string | undefined> | Promise<Record<string, string>>]
  >([
    ['another state', (back) => ({ ...back, state: 'x'.repeat(43) })],
    [
      'the token of another sign-in',
      async (back) => ({ ...back, flowToken: (await openId.start('overheid')).flowToken }),
    ],
    ['another code', (back) => ({ ...back, code: 'x'.repeat(43) })],
    ['the answer of another issuer', (back) => ({ ...back, iss: other.config.issuer })],
    ['an answer that hides its issuer', ({ iss: _iss, ...back }) => back],
  ])('is refused with %s', async (_what, change) => {
    await issuer.account('eva', verified('eva@gemeente.example'));
    const back = await openId.comeBack(await openId.start('overheid'), 'eva');
    expect(await openId.finish(await change(back))).toHaveUserError('INVALID_TOKEN');
    expect(await on.sql('select from external_identity where subject = $1', ['eva'])).toEqual([]);
  });

  it('works once, also when it is sent twice at once', async () => {
    await issuer.account('fien', verified('fien@gemeente.example'));
    const back = await openId.comeBack(await openId.start('overheid'), 'fien');
    const answers = await Promise.all([openId.finish(back), openId.finish(back)]);
    const codes = answers.flatMap(({ data }) =>
      data.finishOpenIdSignIn.userErrors.map(({ code }: { code: string }) => code),
    );
    expect(codes).toEqual(['INVALID_TOKEN']);
    expect(await openId.finish(back)).toHaveUserError('INVALID_TOKEN');
  });

  it('is refused after ten minutes', async () => {
    const flow = await openId.start('overheid');
    const back = await openId.comeBack(flow, 'eva');
    on.clock.set(new Date(Date.now() + 10 * 60_000 + 1_000).toISOString());
    expect(await openId.finish(back)).toHaveUserError('INVALID_TOKEN');
  });

  it('goes on when the issuer has new keys', async () => {
    await issuer.account('gust', verified('gust@gemeente.example'));
    const id = personOf(await openId.signIn(issuer, 'gust'));
    await issuer.rotate();
    // no sooner, or strangers could have the keys fetched as often as they like
    on.clock.set(new Date(Date.now() + 31_000).toISOString());
    expect(personOf(await openId.signIn(issuer, 'gust'))).toBe(id);
  });

  it('leaves no secret, code or address in the log', async () => {
    expect(on.log.join('\n')).not.toMatch(/secret of|gemeente\.example/u);
  });
});

describe('a person who was erased', () => {
  it('is linked with nobody any more; the export showed the link', async () => {
    await issuer.account('hugo', verified('hugo@gemeente.example'));
    const id = personOf(await openId.signIn(issuer, 'hugo'));
    const viewer: Viewer = { ...anonymous, personId: id };
    const { data } = await on.as(viewer).run('mutation { exportMyData(input: {}) { data } }');
    expect(data.exportMyData.data).toContain('"subject": "hugo"');
    const office = await given.person();
    await on.sql(`insert into staff_role (person_id, role) values ($1, 'STAFF')`, [office.id]);
    await on
      .as({ ...anonymous, personId: office.id, staffRoles: ['STAFF'] })
      .run(`mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { userErrors { code } } }`, {
        input: { personId: id, ground: 'PERSON_ASKED' },
      });
    expect(await on.sql('select from external_identity where subject = $1', ['hugo'])).toEqual([]);
    expect(personOf(await openId.signIn(issuer, 'hugo'))).not.toBe(id);
  });
});

it('a browser that was signed in elsewhere brings no second person along', async () => {
  await issuer.account('ine', verified('ine@gemeente.example'));
  const browser = new TestBrowser();
  const people = [];
  for (let one = 0; one < 2; one += 1) {
    const { authorizationUrl, flowToken } = await openId.start('overheid');
    people.push(personOf(await openId.finish({ flowToken, ...(await browser.signIn(authorizationUrl, 'ine')) })));
  }
  expect(new Set(people).size).toBe(1);
});
