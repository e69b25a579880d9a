import { randomUUID } from 'node:crypto';
import { Language } from '../person/language.js';
import { IdentityFixture, minutes, publicUrl } from '../../../test/identity-fixture.js';
import { signInAction } from './account-page.js';
import { enqueueLastMail, enqueueMail, enqueueNotices } from './mail-outbox.js';
import { MailSender, pauseAfter } from './mail-sender.js';
import { printTransport, type OutgoingMail } from './mail-transport.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());
beforeEach(() => fixture.sql('delete from outbox_message'));

const enqueue = (email = `${randomUUID()}@gemeente.example`) =>
  fixture.dataSource.transaction((tx) =>
    enqueueMail(
      tx,
      { email, kind: 'TEST', now: fixture.clock.now() },
      { language: Language.NL, name: 'An', subject: 'Dag', paragraphs: ['Tekst'] },
    ),
  );

function sender(send: (mail: OutgoingMail) => Promise<void>): MailSender {
  const logger = { error: () => undefined, warn: () => undefined };
  const transport = { send, close: () => undefined };
  return new MailSender({
    dataSource: fixture.dataSource,
    transport,
    publicUrl,
    clock: fixture.clock,
    logger: logger as never,
  });
}

const empty = async (one: MailSender): Promise<void> => {
  while (await one.sendNext());
};

describe('MailSender', () => {
  it('sends each mail once when several processes empty the outbox', async () => {
    await Promise.all(Array.from({ length: 30 }, () => enqueue()));
    const sent: string[] = [];
    await Promise.all(Array.from({ length: 4 }, () => empty(sender(async ({ id }) => void sent.push(id)))));
    expect([sent.length, new Set(sent).size]).toEqual([30, 30]);
  });

  it('lets what somebody waits for overtake what goes to many', async () => {
    const content = { language: Language.NL, name: 'An', subject: 'Nieuwsbrief', paragraphs: ['Tekst'] };
    const many = Array.from({ length: 12 }, (_, index) => ({ email: `lezer${index}@gemeente.example`, content }));
    await fixture.dataSource.transaction((tx) => enqueueNotices(tx, fixture.clock.now(), many));
    await enqueue('wachtwoord@gemeente.example');
    const sent: string[] = [];
    await empty(sender(async ({ recipient }) => void sent.push(recipient)));
    expect([sent.length, sent[0]]).toEqual([13, 'wachtwoord@gemeente.example']);
  });

  it('tries again later what the mail server refused, and loses nothing', async () => {
    await enqueue();
    let down = true;
    const sent: string[] = [];
    const one = sender(async ({ id }) => {
      if (down) throw new Error('451 try again later');
      sent.push(id);
    });
    await empty(one);
    const [row] = await fixture.sql('select attempts, last_error, sent_at from outbox_message');
    expect(row).toEqual({ attempts: 1, last_error: 'Error: 451 try again later', sent_at: null });
    down = false;
    await empty(one);
    expect(sent).toEqual([]);
    fixture.clock.advance(minutes(1));
    await empty(one);
    expect(sent).toHaveLength(1);
  });

  it('takes over a mail whose sender died', async () => {
    await enqueue();
    void sender(() => new Promise(() => undefined)).sendNext();
    while ((await fixture.sql('select from outbox_message where attempts = 1')).length === 0);
    const sent: string[] = [];
    const other = sender(async ({ id }) => void sent.push(id));
    await empty(other);
    expect(sent).toEqual([]);
    fixture.clock.advance(minutes(3));
    await empty(other);
    expect(sent).toHaveLength(1);
  });

  it('fills in where one signs in, in text and HTML, for what is done there', async () => {
    const to = { email: 'an@gemeente.example', kind: 'TEST', now: fixture.clock.now() };
    const content = { language: Language.NL, subject: 'Vernieuw', paragraphs: ['Tekst'], ...signInAction };
    await fixture.dataSource.transaction((tx) => enqueueMail(tx, to, content));
    const sent: OutgoingMail[] = [];
    await empty(sender(async (mail) => void sent.push(mail)));
    expect(sent[0]!.text).toContain('Aanmelden bij Lokaal Digitaal:\nhttps://graph.example/account/\n');
    expect(sent[0]!.html).toContain(
      '<a class="action" href="https://graph.example/account/">Aanmelden bij Lokaal Digitaal</a>',
    );
  });

  it('leaves what people wrote as it is, also what looks like the place of that address', async () => {
    const to = { email: 'an@gemeente.example', kind: 'TEST', now: fixture.clock.now() };
    const words =
      'Aanmelden bij Lokaal Digitaal:\nhttps://account.invalid/ <a class="action" href="https://account.invalid/">';
    const content = { language: Language.NL, subject: 'Lees', paragraphs: [words], linksAddresses: true };
    const sent: OutgoingMail[] = [];
    for (const action of [{}, signInAction]) {
      await fixture.dataSource.transaction((tx) => enqueueMail(tx, to, { ...content, ...action }));
      await empty(sender(async (mail) => void sent.push(mail)));
    }
    const real = 'https://graph.example/account/';
    expect(sent.map(({ text, html }) => [text, html].map((body) => body.split(real).length - 1))).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(sent.map(({ text }) => text.includes(`Dag,\n\n${words}\n\n`))).toEqual([true, true]);
  });

  it('leaves nothing of a last mail, sent or given up, and tries it like any other', async () => {
    const last = { email: 'gewist@gemeente.example', now: fixture.clock.now() };
    const content = { language: Language.NL, subject: 'Gewist', paragraphs: ['Tekst'] };
    for (const attempts of [0, 25]) {
      await fixture.dataSource.transaction((tx) => enqueueLastMail(tx, last, content));
      await fixture.sql(`update outbox_message set attempts = ${attempts}`);
      await empty(sender(() => Promise.reject(new Error('451 try again later'))));
      const waiting = await fixture.sql('select recipient from outbox_message');
      expect(waiting).toEqual(attempts === 0 ? [{ recipient: last.email }] : []);
      fixture.clock.advance(minutes(1));
      await empty(sender(() => Promise.resolve()));
      expect(await fixture.sql('select from outbox_message')).toEqual([]);
    }
  });

  it('gives up after many attempts and keeps the row without its text', async () => {
    await enqueue();
    await fixture.sql('update outbox_message set attempts = 25');
    await empty(sender(() => Promise.reject(new Error('550 no such user'))));
    const [row] = await fixture.sql(
      'select abandoned_at is not null as abandoned, body_text, last_error from outbox_message',
    );
    expect(row).toEqual({ abandoned: true, body_text: '', last_error: 'Error: 550 no such user' });
  });

  it('sends nothing of a transaction that was undone', async () => {
    const undone = fixture.dataSource.transaction(async (tx) => {
      await enqueueMail(
        tx,
        { email: 'x@y.example', kind: 'TEST', now: fixture.clock.now() },
        { language: Language.NL, name: 'An', subject: 'Dag', paragraphs: [] },
      );
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await fixture.sql('select from outbox_message')).toEqual([]);
  });

  it('waits for the mail that is on its way when it stops', async () => {
    await enqueue();
    let done = false;
    const one = sender(async () => {
      await new Promise((resume) => setTimeout(resume, 50));
      done = true;
    });
    one.start();
    while ((await fixture.sql('select from outbox_message where attempts = 1')).length === 0);
    await one.stop();
    expect(done).toBe(true);
  });

  it('waits longer each time, never more than six hours', () => {
    expect([1, 2, 3, 30].map(pauseAfter)).toEqual([30_000, 60_000, 120_000, 21_600_000]);
  });
});

describe('printTransport', () => {
  it('shows a mail on standard output', async () => {
    const shown: string[] = [];
    await printTransport((text) => shown.push(text)).send({
      id: '1',
      recipient: 'an@gemeente.example',
      subject: 'Dag',
      text: 'Tekst\n',
      html: '',
    });
    expect(shown.join('')).toContain('Mail to an@gemeente.example\nSubject: Dag\n\nTekst\n');
  });
});
