import { IdentityFixture, publicUrl } from '../../../test/identity-fixture.js';
import { MailServer } from '../../../test/mail-server.js';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import { MailSender } from '../mail-outbox/mail-sender.js';
import { smtpTransport } from '../mail-outbox/mail-transport.js';
import { Language } from '../person/language.js';
import { issueMail } from './list-mails.js';

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
afterAll(async () => {
  await sender.stop();
  await server.stop();
  await fixture.close();
});

it('an issue arrives with links, the list that it is of, and no answer by itself', async () => {
  const body = 'Lees <https://a.example/?x=1&y=2>.\n\njavascript:alert(1)';
  const unsubscribe = `${publicUrl}/mailing-lists/unsubscribe/abc`;
  const content = issueMail(
    { language: Language.NL, list: 'Cyberwoensdag' },
    { subject: 'Week 45', body, slug: 'cyberwoensdag' },
    unsubscribe,
  );
  const to = { email: 'an@gemeente.example', now: fixture.clock.now() };
  await fixture.dataSource.transaction((tx) => enqueueNotice(tx, to, content));
  await sender.sendNext();
  const [{ html, text, raw }] = server.taken as [(typeof server.taken)[number]];
  expect(html).toContain(
    '<p>Lees &lt;<a href="https://a.example/?x=1&amp;y=2">https://a.example/?x=1&amp;y=2</a>&gt;.</p>',
  );
  expect(html).toContain('<p>javascript:alert(1)</p>');
  expect(text).toContain('Lees <https://a.example/?x=1&y=2>.');
  const lines = raw.replaceAll(/\r\n\s+/g, ' ');
  expect(lines).toMatch(/^List-ID: "?Cyberwoensdag"? <cyberwoensdag\.lokaal\.example>\r$/im);
  expect(lines).toContain(`List-Unsubscribe: <${unsubscribe}>\r\n`);
  expect(lines).toContain('Precedence: bulk\r\n');
  expect(lines).not.toContain('Auto-Submitted');
});
