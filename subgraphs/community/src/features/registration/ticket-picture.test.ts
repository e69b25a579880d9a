import jsQr from 'jsqr';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { CHANGE_MODE, GivenRegistration, seen } from '../../../test/given-registration.js';
import { startCommunity } from '../../../test/given.js';
import { MailServer, type TakenMail } from '../../../test/mail-server.js';
import { readPng } from '../../../test/read-png.js';

const server = new MailServer();
let on: TestSubgraph;
let events: GivenRegistration;

beforeAll(async () => {
  on = await startCommunity({
    mail: { from: { name: 'Lokaal Digitaal', address: 'noreply@lokaal.example' }, smtpUrl: await server.start() },
  });
  events = new GivenRegistration(on);
});
afterAll(() => server.stop());

/** The mail to this person whose subject begins so, once it arrived. */
const arrived = (email: string, beginning: string): Promise<TakenMail> =>
  server.arrived(({ recipients, subject }) => recipients.includes(email) && subject!.startsWith(beginning));

function scanned(file: Buffer): string | undefined {
  const { side, dots } = readPng(file);
  return jsQr(dots, side, side)?.data;
}

it('the confirmation of a place on site shows the ticket code as a QR code that scanners read', async () => {
  const [person] = await events.people(1);
  const { ticketCode } = await events.register(await events.event(), person!);
  const { html, attachments } = await arrived(person!.email, 'U bent ingeschreven');
  const picture = attachments.find(({ contentType }) => contentType === 'image/png')!;
  expect(picture).toMatchObject({ filename: 'ticket.png', cid: 'ticket', contentDisposition: 'inline', related: true });
  expect(scanned(picture.content)).toBe(ticketCode);
  expect(html).toContain(`src="data:image/png;base64,${picture.content.toString('base64')}" alt="${ticketCode}"`);
});

it('a place online, and a wait for one on site, have no ticket to show', async () => {
  const event = await events.event({ mode: 'HYBRID', capacity_on_site: 1, capacity_online: 9 });
  const [first, online, waiting] = await events.people(3);
  await events.registrations(event, [first!]);
  await events.register(event, online!, { mode: 'ONLINE' });
  await events.register(event, waiting!);
  const mails = [await arrived(online!.email, 'U bent'), await arrived(waiting!.email, 'U staat')];
  expect(mails.flatMap(({ attachments }) => attachments.map(({ contentType }) => contentType))).not.toContain(
    'image/png',
  );
  expect(mails.map(({ html }) => String(html).includes('<img'))).toEqual([false, false]);
});

it('who changes from online to on site gets the picture then', async () => {
  const event = await events.event({ mode: 'HYBRID', capacity_online: 9 });
  const [person] = await events.people(1);
  const registered = await events.register(event, person!, { mode: 'ONLINE' });
  await events.ask(registered.viewer, CHANGE_MODE, { ...seen(registered), mode: 'ON_SITE' });
  const { attachments } = await arrived(person!.email, 'Uw inschrijving is gewijzigd');
  expect(scanned(attachments.find(({ contentType }) => contentType === 'image/png')!.content)).toBe(
    registered.ticketCode,
  );
});
