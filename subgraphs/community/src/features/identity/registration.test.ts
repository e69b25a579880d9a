import { codesOf, hours, IdentityFixture, minutes, password } from '../../../test/identity-fixture.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());

const registration = (email: string) => ({ name: 'An Peeters', email, password, language: 'NL' });
const register = (email: string, changes: object = {}) =>
  fixture.ask('registerPerson', { ...registration(email), ...changes });
const confirm = (token: string, typed = password) => fixture.ask('confirmEmail', { token, password: typed });

describe('registerPerson', () => {
  it('lets a person in after the mailed link was followed', async () => {
    await register('An.Peeters@gemeente.example');
    const token = await fixture.tokenMailedTo('an.peeters@gemeente.example');
    expect(codesOf(await confirm(token))).toEqual([]);
    expect((await fixture.signIn({ email: 'an.peeters@GEMEENTE.example' })).accessToken).toMatch(/^eyJ/);
  });

  it('answers the same for an address that has an account, and tells its owner only', async () => {
    const { email } = await fixture.person();
    expect(await register(email)).toEqual(await register('onbekend@gemeente.example'));
    expect((await fixture.mailsTo(email)).map(({ subject }) => subject)).toEqual(['U hebt al een account']);
    expect((await fixture.signIn({ email })).accessToken).toBeDefined();
  });

  it('writes in the language of the person', async () => {
    await register('lea@commune.example', { language: 'FR' });
    const [mail] = await fixture.mailsTo('lea@commune.example');
    expect(mail?.text).toContain('https://graph.example/account/confirm-email#token=');
    expect(mail?.html).toContain('<p>Bonjour,</p>');
  });

  it('makes one person of fifty equal requests at once, and no flood of mail', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => register('vijftig@gemeente.example')));
    expect(answers.flatMap(codesOf)).toEqual(Array(45).fill('RATE_LIMITED'));
    expect(await fixture.sql(`select from person where email = 'vijftig@gemeente.example'`)).toHaveLength(1);
    expect(await fixture.mailsTo('vijftig@gemeente.example')).toHaveLength(5);
  });

  it('sends the owner of an address her own link, whatever others asked for from elsewhere', async () => {
    const email = 'verdronken@gemeente.example';
    const from = (clientAddress: string) => fixture.ask('registerPerson', registration(email), { clientAddress });
    for (let time = 0; time < 7; time += 1) await from('198.51.100.1');
    expect(await fixture.mailsTo(email)).toHaveLength(5);
    await from('192.0.2.1');
    expect(await fixture.mailsTo(email)).toHaveLength(6);
  });

  it('tells who asks for a sixth mail to one mailbox that there is none, and counts nothing that was refused', async () => {
    const [email, clientAddress] = ['zesde@gemeente.example', '198.51.100.9'];
    const from = () => fixture.ask('registerPerson', registration(email), { clientAddress });
    const codes = [];
    for (let time = 0; time < 7; time += 1) codes.push(codesOf(await from()));
    expect(codes).toEqual([[], [], [], [], [], ['RATE_LIMITED'], ['RATE_LIMITED']]);
    fixture.clock.advance(hours(1));
    expect(codesOf(await from())).toEqual([]);
  });

  it('is mailed about twenty times a day to one mailbox, from wherever; its owner gets in by a new password', async () => {
    const [email, known] = ['overspoeld@gemeente.example', (await fixture.person()).email];
    const flood = async (one: string) => {
      for (let time = 0; time < 20; time += 1)
        await fixture.ask('registerPerson', registration(one), { clientAddress: `198.51.100.${20 + (time % 7)}` });
    };
    for (const one of [email, known]) await flood(one);
    const refused = await register(email);
    expect([codesOf(refused), await fixture.waitOf('registerPerson', registration(email))]).toEqual([
      ['RATE_LIMITED'],
      [hours(24) / 1000],
    ]);
    expect(await register(known)).toEqual(refused);
    expect(await fixture.mailsTo(email)).toHaveLength(20);
    await fixture.ask('requestPasswordReset', { email });
    const token = await fixture.tokenMailedTo(email);
    expect(codesOf(await fixture.ask('resetPassword', { token, password }))).toEqual([]);
    expect((await fixture.signIn({ email })).accessToken).toBeDefined();
    fixture.clock.advance(hours(24));
    expect(codesOf(await register(email))).toEqual([]);
  });

  it('counts as asked for only once its mail is written', async () => {
    const [email, clientAddress] = ['druk@gemeente.example', '198.51.100.10'];
    const from = (more = '') => fixture.ask('registerPerson', registration(more + email), { clientAddress });
    await fixture.sql(`alter table outbox_message add constraint broken check (recipient <> '${email}') not valid`);
    for (let time = 0; time < 6; time += 1) await from().catch(() => undefined);
    await fixture.sql('alter table outbox_message drop constraint broken');
    expect(codesOf(await from())).toEqual([]);
    expect(await fixture.mailsTo(email)).toHaveLength(1);
  });

  it('is asked for twenty times an hour from one network address, also at once, and keeps that address to itself', async () => {
    const from = (number: number, clientAddress: string) =>
      fixture.ask('registerPerson', registration(`stroom${number}@gemeente.example`), { clientAddress });
    const answers = await Promise.all(Array.from({ length: 23 }, (_, number) => from(number, '203.0.113.7')));
    expect(answers.flatMap(codesOf)).toEqual(Array(3).fill('RATE_LIMITED'));
    expect(await fixture.sql(`select from person where email like 'stroom%'`)).toHaveLength(20);
    expect(codesOf(await from(24, '203.0.113.8'))).toEqual([]);
    fixture.clock.advance(hours(1));
    expect(codesOf(await from(25, '203.0.113.7'))).toEqual([]);
    expect(JSON.stringify(await fixture.sql('select * from account_request'))).not.toMatch(/203\.0\.113|stroom/);
  });

  it('keeps neither the token nor the text of a mail that was sent', async () => {
    await register('bewaar@gemeente.example');
    const token = await fixture.tokenMailedTo('bewaar@gemeente.example');
    const kept = await fixture.sql(`select body_text, body_html from outbox_message where sent_at is not null
      and (body_text <> '' or body_html <> '')`);
    expect(kept).toEqual([]);
    expect(await fixture.sql('select from one_time_token where token_hash = $1', token)).toEqual([]);
  });

  it.each([
    ['a short password', { password: 'kort' }, ['password']],
    ['a well known password', { password: 'Wachtwoord123' }, ['password']],
    ['the own address as password', { password: 'slecht@gemeente.example' }, ['password']],
    ['the own name as password', { password: 'anPeeters2026' }, ['password']],
    ['a name without letters', { name: '   ' }, ['name']],
    ['a web address for a name', { name: 'HTTP://evil.example/klik-hier' }, ['name']],
    ['a name with a NUL', { name: 'An\u0000' }, ['name']],
    ['half an address', { email: 'slecht@gemeente' }, ['email']],
  ])('refuses %s and writes nothing', async (_what, changes, field) => {
    const { userErrors } = await register('slecht@gemeente.example', changes);
    expect(userErrors.map(({ code, field: path }) => [code, path])).toEqual([['BAD_USER_INPUT', field]]);
    expect(await fixture.sql(`select from person where email like 'slecht@%'`)).toEqual([]);
  });

  it('gives nobody the account of a person whom the association entered', async () => {
    const { id, email } = await fixture.person({ password: null, confirmed: false });
    await fixture.sql(`insert into staff_role values ($1, 'STAFF')`, id);
    await register(email);
    expect((await fixture.mailsTo(email)).map(({ subject }) => subject)).toEqual(['U hebt al een account']);
    expect(await fixture.sql('select from credential where person_id = $1', id)).toEqual([]);
  });
});

describe('confirmEmail', () => {
  it('accepts a second click', async () => {
    await register('tweemaal@gemeente.example');
    const token = await fixture.tokenMailedTo('tweemaal@gemeente.example');
    await confirm(token);
    expect(codesOf(await confirm(token))).toEqual([]);
  });

  it('takes the password of the registration whose link was followed, not of a later one by somebody else', async () => {
    await register('eigenaar@gemeente.example');
    const token = await fixture.tokenMailedTo('eigenaar@gemeente.example');
    await register('eigenaar@gemeente.example', { password: 'wachtwoord van een ander' });
    const other = await fixture.tokenMailedTo('eigenaar@gemeente.example');
    await confirm(token);
    expect(codesOf(await confirm(other, 'wachtwoord van een ander'))).toEqual(['INVALID_TOKEN']);
    expect((await fixture.signIn({ email: 'eigenaar@gemeente.example' })).accessToken).toBeDefined();
  });

  it('opens nothing for the password of a stranger, whose link the owner of the mailbox followed', async () => {
    const [email, stranger] = ['doelwit@gemeente.example', 'wachtwoord van een ander'];
    await register(email, { name: 'Klik op kwaad punt example', password: stranger });
    const theirs = await fixture.tokenMailedTo(email);
    await register(email);
    const own = await fixture.tokenMailedTo(email);
    expect(await confirm(theirs)).toMatchObject({ userErrors: [{ code: 'INVALID_CREDENTIALS', field: ['password'] }] });
    expect(codesOf(await confirm(own))).toEqual([]);
    expect(codesOf(await fixture.ask('signIn', { email, password: stranger }))).toEqual(['INVALID_CREDENTIALS']);
    expect((await fixture.signIn({ email })).accessToken).toBeDefined();
    expect((await fixture.mailsTo(email)).filter(({ text }) => text.includes('kwaad punt'))).toEqual([]);
  });

  it('looks at no password any more after ten wrong ones, also when they come at once', async () => {
    await register('raden@gemeente.example');
    const token = await fixture.tokenMailedTo('raden@gemeente.example');
    const guesses = Array.from({ length: 12 }, (_, number) => confirm(token, `geraden wachtwoord ${number}`));
    const codes = (await Promise.all(guesses)).flatMap(codesOf);
    expect([codes.filter((code) => code === 'INVALID_CREDENTIALS').length, codesOf(await confirm(token))]).toEqual([
      10,
      ['RATE_LIMITED'],
    ]);
    fixture.clock.advance(minutes(15));
    expect(codesOf(await confirm(token))).toEqual([]);
  });

  it('refuses a link of more than three days ago', async () => {
    await register('laat@gemeente.example');
    const token = await fixture.tokenMailedTo('laat@gemeente.example');
    fixture.clock.advance(hours(73));
    const { userErrors } = await confirm(token);
    expect(userErrors).toMatchObject([{ code: 'INVALID_TOKEN', field: ['token'] }]);
  });

  it('refuses text that is no token', async () => {
    expect(codesOf(await confirm('\u0000 or 1=1'))).toEqual(['INVALID_TOKEN']);
    expect(codesOf(await confirm('a'.repeat(101)))).toEqual(['BAD_USER_INPUT']);
  });
});
