import { createServer, type AddressInfo, type Server } from 'node:net';
import { smtpTransport } from './mail-transport.js';

const received: string[] = [];
let server: Server;

/** As little of RFC 5321 as a client needs; recipients at "weg.example" are refused. */
beforeAll(async () => {
  server = createServer((socket) => {
    let inData = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      received.push(text);
      if (inData) {
        inData = !text.includes('\r\n.\r\n');
        if (!inData) socket.write('250 taken\r\n');
      } else if (text.startsWith('DATA')) {
        inData = true;
        socket.write('354 go on\r\n');
      } else socket.write(text.includes('@weg.example') ? '550 no such user\r\n' : '250 test\r\n');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => void server.close());

const mail = {
  id: 'b9e1',
  recipient: 'an@gemeente.example',
  subject: 'Bevestig één adres',
  text: 'Tekst',
  html: '<p>Tekst</p>',
};

function transport() {
  const { port } = server.address() as AddressInfo;
  return smtpTransport(`smtp://127.0.0.1:${port}`, 'Lokaal Digitaal <noreply@lokaal.example>');
}

describe('smtpTransport', () => {
  it('tells mail programs how a subscription ends with one click', async () => {
    received.length = 0;
    const one = transport();
    await one.send({ ...mail, unsubscribeUrl: 'https://graph.example/mailing-lists/unsubscribe/abc' });
    one.close();
    const text = received.join('').replaceAll(/\r\n\s+/g, ' ');
    expect(text).toContain('List-Unsubscribe: <https://graph.example/mailing-lists/unsubscribe/abc>');
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('sends text and HTML under an identifier that stays', async () => {
    await transport().send(mail);
    const said = received.join('');
    expect(said).toContain('RCPT TO:<an@gemeente.example>');
    expect(said).toContain('Message-ID: <b9e1@lokaal.example>');
    expect(said).toContain('From: Lokaal Digitaal <noreply@lokaal.example>');
    expect(said).toMatch(/text\/plain[\s\S]*Tekst[\s\S]*text\/html[\s\S]*<p>Tekst<\/p>/);
  });

  it('throws when the server refuses the recipient', async () => {
    await expect(transport().send({ ...mail, recipient: 'an@weg.example' })).rejects.toThrow('550');
  });

  it('reads no second recipient out of an address', async () => {
    received.length = 0;
    await transport()
      .send({ ...mail, recipient: 'an@gemeente.example, eva@gemeente.example' })
      .catch(() => undefined);
    expect(received.join('')).not.toMatch(/RCPT TO:<eva/);
  });
});
