import { IdentityFixture, hours, publicUrl } from '../../../test/identity-fixture.js';
import { MailServer, type RefusedStep } from '../../../test/mail-server.js';
import { removeLeftovers } from '../identity/identity-cleanup.js';
import { Language } from '../person/language.js';
import { enqueueNotice } from './mail-outbox.js';
import { MailSender } from './mail-sender.js';
import { smtpTransport } from './mail-transport.js';

const fixture = new IdentityFixture();
const server = new MailServer();
let sender: MailSender;

beforeAll(async () => {
  await fixture.open();
  const url = (await server.start()).replace('//', '//lokaal:geheim@');
  const transport = smtpTransport(url, { name: 'Lokaal Digitaal', address: 'noreply@lokaal.example' });
  const logger = { error: () => undefined, warn: () => undefined };
  const { dataSource, clock } = fixture;
  sender = new MailSender({ dataSource, transport, publicUrl, clock, logger: logger as never });
});
beforeEach(async () => {
  server.refused.clear();
  server.taken.length = 0;
  await fixture.sql('delete from outbox_message');
});
afterAll(async () => {
  await sender.stop();
  await server.stop();
  await fixture.close();
});

const columns = `attempts, last_error as said, abandoned_at is not null as "isGivenUp", body_text <> '' as "hasText"`;

/** One attempt at a mail, by a server that refuses a step. */
async function attempt(step: RefusedStep, code: number) {
  const addressee = { email: 'an@gemeente.example', now: fixture.clock.now() };
  const content = { language: Language.NL, name: 'An', subject: 'Dag', paragraphs: ['Tekst'] };
  await fixture.dataSource.transaction((tx) => enqueueNotice(tx, addressee, content));
  server.refused.set(step, code);
  await sender.sendNext();
  return (await fixture.sql(`select ${columns} from outbox_message`))[0];
}

describe('a mail that the mail server refuses', () => {
  it.each([
    ['recipient', 550],
    ['recipient', 553],
    ['content', 554],
    ['content', 552],
  ] as const)('is given up at once when it refuses the %s for good (%i), and keeps its text', async (step, code) => {
    const said = expect.stringContaining(`${code} refused at ${step}`);
    expect(await attempt(step, code)).toEqual({ attempts: 1, said, isGivenUp: true, hasText: true });
    fixture.clock.advance(hours(24));
    expect(await sender.sendNext()).toBe(false);
  });

  it.each([
    ['connection', 554],
    ['sign-in', 535],
    ['sender', 530],
    ['sender', 550],
    ['recipient', 450],
    ['recipient', 530],
    ['content', 451],
  ] as const)('is tried again when it refuses the %s with %i: that passes, or is ours to mend', async (step, code) => {
    expect(await attempt(step, code)).toMatchObject({ attempts: 1, isGivenUp: false });
    server.refused.clear();
    fixture.clock.advance(hours(1));
    await sender.sendNext();
    expect(server.taken.at(-1)).toMatchObject({ subject: 'Dag' });
    expect(await fixture.sql('select from outbox_message where sent_at is null')).toEqual([]);
  });

  it('has its text for a week, and is then known without it', async () => {
    await attempt('recipient', 550);
    fixture.clock.advance(hours(24 * 6));
    await removeLeftovers(fixture.dataSource, fixture.clock.now());
    expect(await fixture.sql(`select from outbox_message where body_text <> ''`)).toHaveLength(1);
    fixture.clock.advance(hours(25));
    await removeLeftovers(fixture.dataSource, fixture.clock.now());
    expect(await fixture.sql('select body_text, body_html, last_error is null as silent from outbox_message')).toEqual([
      { body_text: '', body_html: '', silent: false },
    ]);
  });
});
