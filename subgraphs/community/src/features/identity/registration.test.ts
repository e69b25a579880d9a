import { codesOf, hours, IdentityFixture, password } from '../../../test/identity-fixture.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());

const registration = (email: string) => ({ name: 'An Peeters', email, password, language: 'NL' });
const register = (email: string, changes: object = {}) =>
  fixture.ask('registerPerson', { ...registration(email), ...changes });

describe('registerPerson', () => {
  it('lets a person in after the mailed link was followed', async () => {
    await register('An.Peeters@gemeente.example');
    const token = await fixture.tokenMailedTo('an.peeters@gemeente.example');
    expect(codesOf(await fixture.ask('confirmEmail', { token }))).toEqual([]);
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
    expect(mail?.html).toContain('<p>Bonjour An Peeters,</p>');
  });

  it('makes one person of fifty equal requests at once, and no flood of mail', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => register('vijftig@gemeente.example')));
    expect(answers.flatMap(codesOf)).toEqual([]);
    expect(await fixture.sql(`select from person where email = 'vijftig@gemeente.example'`)).toHaveLength(1);
    expect(await fixture.mailsTo('vijftig@gemeente.example')).toHaveLength(5);
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
    await fixture.ask('confirmEmail', { token });
    expect(codesOf(await fixture.ask('confirmEmail', { token }))).toEqual([]);
  });

  it('takes the password of the registration whose link was followed, not of a later one by somebody else', async () => {
    await register('eigenaar@gemeente.example');
    const token = await fixture.tokenMailedTo('eigenaar@gemeente.example');
    await register('eigenaar@gemeente.example', { password: 'wachtwoord van een ander' });
    const other = await fixture.tokenMailedTo('eigenaar@gemeente.example');
    await fixture.ask('confirmEmail', { token });
    expect(codesOf(await fixture.ask('confirmEmail', { token: other }))).toEqual(['INVALID_TOKEN']);
    expect((await fixture.signIn({ email: 'eigenaar@gemeente.example' })).accessToken).toBeDefined();
  });

  it('refuses a link of more than three days ago', async () => {
    await register('laat@gemeente.example');
    const token = await fixture.tokenMailedTo('laat@gemeente.example');
    fixture.clock.advance(hours(73));
    const { userErrors } = await fixture.ask('confirmEmail', { token });
    expect(userErrors).toMatchObject([{ code: 'INVALID_TOKEN', field: ['token'] }]);
  });

  it('refuses text that is no token', async () => {
    expect(codesOf(await fixture.ask('confirmEmail', { token: '\u0000 or 1=1' }))).toEqual(['INVALID_TOKEN']);
    expect(codesOf(await fixture.ask('confirmEmail', { token: 'a'.repeat(101) }))).toEqual(['BAD_USER_INPUT']);
  });
});
