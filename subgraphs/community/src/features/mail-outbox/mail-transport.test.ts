import { MailServer } from '../../../test/mail-server.js';
import { type MailTransport, smtpTransport } from './mail-transport.js';

const server = new MailServer();
let transport: MailTransport;

beforeAll(async () => {
  transport = smtpTransport(await server.start(), { name: 'Lokaal Digitaal', address: 'noreply@lokaal.example' });
});
beforeEach(() => void (server.taken.length = 0));
afterAll(async () => {
  transport.close();
  await server.stop();
});

const mail = {
  id: 'b9e1',
  recipient: 'an@gemeente.example',
  subject: 'Bevestig één adres',
  text: 'Tekst: één\n',
  html: '<p>Tekst: één</p>',
};

describe('smtpTransport', () => {
  it('sends text and HTML under an identifier that stays', async () => {
    await transport.send(mail);
    const [taken] = server.taken;
    expect(taken).toMatchObject({
      recipients: ['an@gemeente.example'],
      messageId: '<b9e1@lokaal.example>',
      from: { text: '"Lokaal Digitaal" <noreply@lokaal.example>' },
      to: { text: 'an@gemeente.example' },
      subject: 'Bevestig één adres',
      text: 'Tekst: één\n',
      html: '<p>Tekst: één</p>',
      attachments: [],
    });
  });

  it('throws when the server refuses the recipient', async () => {
    await expect(transport.send({ ...mail, recipient: 'an@weg.example' })).rejects.toThrow('550');
    expect(server.taken).toEqual([]);
  });

  it('reads no second recipient out of an address', async () => {
    await transport.send({ ...mail, recipient: 'an@gemeente.example, eva@gemeente.example' }).catch(() => undefined);
    expect(server.taken.flatMap(({ recipients }) => recipients)).not.toContain('eva@gemeente.example');
  });

  it('reads no header out of a subject', async () => {
    await transport.send({ ...mail, subject: 'Dag\r\nBcc: eva@gemeente.example\r\n\r\nTekst' });
    const [taken] = server.taken;
    expect([taken!.recipients, taken!.bcc]).toEqual([['an@gemeente.example'], undefined]);
  });

  it('carries a calendar entry that mail programs know as one', async () => {
    const type = 'text/calendar; charset=utf-8; method=PUBLISH';
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n';
    await transport.send({ ...mail, attachments: [{ fileName: 'één.ics', type, content }] });
    const [taken] = server.taken;
    expect([taken!.text, taken!.attachments.length, taken!.raw]).toEqual([
      'Tekst: één\n',
      1,
      expect.stringMatching(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/),
    ]);
    expect(taken!.attachments[0]).toMatchObject({ filename: 'één.ics', contentType: 'text/calendar' });
    expect(taken!.attachments[0]!.content.toString()).toBe(content);
  });

  it('says that nobody wrote it, so that nobody on holiday answers', async () => {
    await transport.send(mail);
    expect(server.taken[0]!.raw).toContain('Auto-Submitted: auto-generated\r\n');
    expect(server.taken[0]!.raw).not.toMatch(/^(List-Id|Precedence):/im);
  });

  it('says of which list it is, which somebody wrote to', async () => {
    await transport.send({ ...mail, list: { slug: 'cyberweerbaarheidswoensdag', name: 'Cyber, één keer per week' } });
    const [taken] = server.taken;
    expect(taken!.raw).toMatch(/^List-ID:[^]*?<cyberweerbaarheidswoensdag\.lokaal\.example>\r\n/im);
    expect(taken!.raw).toContain('Precedence: bulk\r\n');
    expect(taken!.raw).not.toContain('Auto-Submitted');
  });

  it('tells mail programs how a subscription ends with one click', async () => {
    const url = 'https://graph.example/mailing-lists/unsubscribe/abc';
    await transport.send({ ...mail, unsubscribeUrl: url });
    const lines = server.taken[0]!.raw.replaceAll(/\r\n\s+/g, ' ');
    expect(lines).toContain(`List-Unsubscribe: <${url}>\r\n`);
    expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  });
});
