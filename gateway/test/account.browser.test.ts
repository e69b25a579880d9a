import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { demoAccounts, demoPassword } from '@lokaal/shared/demo';
import { MailServer } from '../../subgraphs/community/test/mail-server.js';
import { TestIssuer } from '../../shared/test/open-id-issuer.js';
import { askAt } from './graph.js';
import { openBrowser, openPage, type WatchedPage } from './browser.js';
import { StartProcess } from './start-process.js';

const password = 'paarse fiets op zolder';
const mails = new MailServer();
const watched: WatchedPage[] = [];
let folder: string;
let graph: StartProcess;
let issuer: TestIssuer;
let browser: Browser;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'lokaal-browser-'));
  const port = await freePort();
  const home = `http://127.0.0.1:${port}/account/`;
  issuer = await TestIssuer.start('overheid', { redirectUris: [home] });
  await issuer.account('officer', { email: demoAccounts[0]!.email, email_verified: true });
  graph = new StartProcess({
    DATA_DIR: join(folder, 'data'),
    DEMO_DATA: 'true',
    PORT: String(port),
    SMTP_URL: await mails.start(),
    OPENID_ISSUERS: JSON.stringify([issuer.config]),
  });
  url = await graph.ready();
});

afterAll(async () => {
  await browser?.close();
  await graph?.stop();
  await Promise.all([issuer?.stop(), mails.stop()]);
  await rm(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

/** Known before it listens, since the issuer must know where people come back. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function open(address: string): Promise<Page> {
  const one = await openPage(browser);
  watched.push(one);
  one.page.on('dialog', (dialog) => void dialog.accept());
  await one.page.goto(new URL(address, `${url}/account/`).href);
  return one.page;
}

const says = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

/** How much the browser keeps for our pages. */
const stored = (page: Page) => page.evaluate<number>('localStorage.length + sessionStorage.length');

async function signIn(page: Page, email: string, by = password): Promise<void> {
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill(by);
  await page.getByRole('button', { name: 'Meld u aan', exact: true }).click();
  await says(page, 'U bent aangemeld.');
}

/** The link in a mail to somebody, whose subject holds this. */
async function linkTo(email: string, subject: string): Promise<string> {
  const { text } = await mails.arrived((mail) => mail.recipients.includes(email) && mail.subject!.includes(subject));
  return /http\S+/.exec(text!)![0];
}

const mutation = (name: string, selects = '') =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selects} userErrors { code } } }`;

/** Does something as the contact person of the demonstration data. */
async function invite(email: string): Promise<void> {
  const ask = async (query: string, variables: object, headers?: Record<string, string>) =>
    (await askAt(`${url}/graphql`, { query, variables }, headers)).body.data as never;
  const contact = demoAccounts.at(-1)!;
  const input = { email: contact.email, password: demoPassword };
  const { signIn: session }: { signIn: { accessToken: string } } = await ask(mutation('signIn', 'accessToken'), {
    input,
  });
  const headers = { authorization: `Bearer ${session.accessToken}` };
  const { me }: { me: { employments: { nodes: { organisation: { id: string } }[] } } } = await ask(
    '{ me { employments { nodes { organisation { id } } } } }',
    {},
    headers,
  );
  const invited = {
    organisationId: me.employments.nodes[0]!.organisation.id,
    email,
    functionTitle: 'Griffier',
    roles: [],
  };
  await ask(mutation('inviteEmployee'), { input: invited }, headers);
}

it('takes who was invited and has no account from the mail to a place at the organisation', async () => {
  const email = 'an.wouters@gemeente.example';
  await invite(email);
  const page = await open(await linkTo(email, 'nodigt u uit'));
  await page.getByRole('link', { name: 'Account maken' }).click();
  await page.getByLabel('Voornaam en naam').fill('An Wouters');
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill('wachtwoord12');
  await page.getByRole('button', { name: 'Maak mijn account' }).click();
  await says(page, 'Dit wachtwoord kan niet');
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Maak mijn account' }).click();
  await says(page, 'U krijgt een mail.');
  const confirm = await open(await linkTo(email, 'Bevestig uw e-mailadres'));
  await confirm.getByLabel('Wachtwoord').fill(password);
  await confirm.getByRole('button', { name: 'Bevestig mijn e-mailadres' }).click();
  await confirm.getByRole('link', { name: 'Meld u aan' }).click();
  await signIn(confirm, email);
  await confirm.getByRole('button', { name: 'Aanvaard: Gemeente Zoersel' }).click();
  await says(confirm, 'U hebt de uitnodiging van Gemeente Zoersel aanvaard.');
  await confirm.getByText('Functie: Griffier.').waitFor();
  expect(await confirm.getByRole('button', { name: 'Aanvaard' }).count()).toBe(0);
  await confirm.getByRole('button', { name: 'Ik werk hier niet (meer): Gemeente Zoersel' }).click();
  await says(confirm, 'Hier staat u niet meer als medewerker van Gemeente Zoersel.');
});

it('takes who is told that a membership ends from the mail to a renewed one', async () => {
  const mail = await mails.arrived(({ subject }) => subject === 'Uw lidmaatschap loopt bijna af');
  const email = mail.recipients[0]!;
  const link = /http\S+/.exec(mail.text!)![0];
  expect(link).toBe(`${url}/account/`);
  const page = await open(link);
  await page.getByRole('link', { name: 'Kies een nieuw' }).click();
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByRole('button', { name: 'Stuur mij een link' }).click();
  const reset = await open(await linkTo(email, 'wachtwoord'));
  await reset.getByLabel('Nieuw wachtwoord').fill(password);
  await reset.getByRole('button', { name: 'Bewaar mijn wachtwoord' }).click();
  await reset.getByRole('link', { name: 'Meld u aan' }).click();
  await signIn(reset, email);
  await reset.getByRole('button', { name: 'Vernieuw: Effectief lid' }).click();
  await says(reset, 'is vernieuwd.');
  expect(await reset.getByRole('button', { name: 'Vernieuw: Effectief lid' }).count()).toBe(0);
});

it('signs in by an issuer, of which nothing stays, and out again', async () => {
  // not watched: the issuer's own page is not ours
  const { page } = await openPage(browser);
  await page.goto(`${url}/account/`);
  await page.getByRole('button', { name: 'Meld u aan met Aanbieder overheid' }).click();
  await page.locator('[name=login]').fill('officer');
  await page.locator('[name=password]').fill('any will do');
  await page.locator('[type=submit]').click();
  await page.locator('[type=submit]').click();
  await says(page, 'U bent aangemeld.');
  expect(page.url()).toBe(`${url}/account/`);
  await page.getByText(`Aangemeld als ${demoAccounts[0]!.name}.`).waitFor();
  await page.getByRole('button', { name: 'Meld u af' }).click();
  await says(page, 'U bent afgemeld.');
  expect(await page.getByLabel('Wachtwoord').isVisible()).toBe(true);
  expect(await stored(page)).toBe(0);
});

it('accepts an offered place, and cancels it', async () => {
  const page = await open('');
  await signIn(page, demoAccounts[0]!.email, demoPassword);
  const offer = page.getByRole('button', { name: 'Aanvaard de plaats' });
  const title = (await offer.getAttribute('aria-label'))!.replace('Aanvaard de plaats: ', '');
  await offer.click();
  await says(page, `U hebt een plaats: ${title}.`);
  await page.getByRole('button', { name: `Annuleer: ${title}` }).click();
  await says(page, `Uw inschrijving is geannuleerd: ${title}.`);
  expect(await page.getByRole('button', { name: `Annuleer: ${title}` }).count()).toBe(0);
});

it('says who may not sign in, and what changed meanwhile, without telling more', async () => {
  const page = await open('');
  await page.getByLabel('E-mailadres').fill(demoAccounts[0]!.email);
  await page.getByLabel('Wachtwoord').fill('iets heel anders');
  await page.getByRole('button', { name: 'Meld u aan', exact: true }).click();
  await says(page, 'E-mailadres en wachtwoord horen niet bij elkaar');
  expect(await page.getByLabel('Wachtwoord').inputValue()).toBe('');
});

it('keeps nothing of who was signed in, asks no other server, and does nothing that its policy forbids', async () => {
  expect(await Promise.all(watched.map(({ page }) => stored(page)))).toEqual(watched.map(() => 0));
  const own = [`${url}/`, 'data:'];
  const foreign = watched.flatMap(({ requests }) => requests).filter((to) => !own.some((one) => to.startsWith(one)));
  expect([foreign, watched.flatMap(({ complaints }) => complaints)]).toEqual([[], []]);
});
