import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { demoAccounts } from '@lokaal/shared/demo';
import { byHeading } from '../src/playground/headings.js';
import { readQuestions } from '../src/playground/questions.js';
import { openBrowser, openPage, type WatchedPage } from './browser.js';
import { StartProcess } from './start-process.js';

let folder: string;
let graph: StartProcess;
let browser: Browser;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'lokaal-browser-'));
  graph = new StartProcess({ DATA_DIR: join(folder, 'data'), DEMO_DATA: 'true' });
  url = await graph.ready();
});

afterAll(async () => {
  await browser?.close();
  await graph?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

interface Answer {
  readonly data?: Record<string, { accessToken?: string | null } | null> | null;
  readonly errors?: unknown;
}

async function ask(query: string, variables: Record<string, unknown>): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

const foreign = (addresses: readonly string[]): string[] =>
  addresses.filter((address) => !address.startsWith(`${url}/`) && !address.startsWith('data:'));

describe('the playground', () => {
  let watched: WatchedPage;
  let page: Page;

  const window = (title: string) => page.locator('.window-switcher__item').filter({ hasText: title });
  const sees = (text: string): Promise<void> => page.getByText(text).first().waitFor();

  const headings = byHeading(readQuestions());
  const saved = (title: string) => page.locator('[data-test-id="query-item-title"]').filter({ hasText: title });
  const heading = (title: string) => page.locator('[data-test-id="collection-collapse"]').filter({ hasText: title });

  /** Opens a question from under its heading, and sends it. */
  async function send(title: string): Promise<void> {
    await saved(title).click();
    await window(title).and(page.locator('.window-switcher__item--active')).waitFor();
    await page.getByText('Send Request').click();
  }

  /** The editor draws only the lines that are in sight. */
  async function scrollAnswerTo(text: string): Promise<void> {
    await page.mouse.move(1100, 500);
    for (let turn = 0; turn < 60 && !(await page.getByText(text).first().isVisible()); turn += 1)
      await page.mouse.wheel(0, 400);
  }

  beforeAll(async () => {
    watched = await openPage(browser);
    ({ page } = watched);
    await page.goto(`${url}/playground`);
    await window('Sign in').and(page.locator('.window-switcher__item--active')).waitFor();
  });

  it('opens with a window for the first question of each heading, the very first in sight', async () => {
    const names = await page.locator('.window-switcher__item:has(.window-switcher__close)').allInnerTexts();
    expect(names.map((name) => name.split('\n')[0])).toEqual(headings.map(({ questions: [first] }) => first?.title));
    await expect(page.getByText(`= "${demoAccounts[0]?.email}"`).waitFor()).resolves.toBeUndefined();
  });

  it('has every question under its heading', async () => {
    for (const { title } of headings) await heading(title).click();
    const titles = headings.flatMap(({ questions }) => questions.map(({ title }) => title));
    await saved(titles.at(-1)!).waitFor();
    expect(await page.locator('[data-test-id="query-item-title"]').allInnerTexts()).toEqual(titles);
  });

  it('answers who is signed in, with the own municipality and what its groups score', async () => {
    await page.getByText('Send Request').click();
    await sees('Updated active environment variables: accessToken');
    await send('Who am I');
    await sees(`"name": "${demoAccounts[0]?.name}"`);
    await sees('"legalName": "Stad Bilzen-Hoeselt"');
    await scrollAnswerTo('"median"');
    await expect(sees('"median"')).resolves.toBeUndefined();
  });

  it('knows the schema, for which it asks when somebody wants to read it, and once', async () => {
    const askedFor = () => watched.schemaRequests.length;
    expect(askedFor()).toBe(0);
    await page.getByText('Docs', { exact: true }).click();
    await sees('Root types');
    await page.getByText('Query', { exact: true }).last().click();
    await page.getByText('knowledgeCircles').last().waitFor();
    expect(askedFor()).toBe(1);
  });

  it('asked no other server for anything, and did nothing that its policy forbids', () => {
    expect(foreign(watched.requests)).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });
});

describe('the pages that mails link to', () => {
  const email = 'an.wouters@gemeente.example';
  const [first, second] = ['paarse fiets op zolder', 'groene kano in de kelder'];
  const pages: WatchedPage[] = [];
  const tokens: string[] = [];

  const register = `mutation ($email: EmailAddress!, $password: String!) {
    registerPerson(input: { name: "An Wouters", email: $email, password: $password }) { userErrors { code } }
  }`;
  const signIn = `mutation ($email: EmailAddress!, $password: String!) {
    signIn(input: { email: $email, password: $password }) { accessToken }
  }`;
  const maySignIn = async (password: string): Promise<boolean> =>
    typeof (await ask(signIn, { email, password })).data?.['signIn']?.accessToken === 'string';

  async function open(path: string): Promise<Page> {
    const watched = await openPage(browser);
    pages.push(watched);
    await watched.page.goto(`${url}/account/${path}`);
    return watched.page;
  }

  /** The end of the link in the mail that was printed, since no mail server is configured. */
  async function linkOf(path: string): Promise<string> {
    const token = await graph.says(new RegExp(`/account/${path}#token=(\\S+)`));
    tokens.push(token);
    return `${path}#token=${token}`;
  }

  it('confirm the e-mail address of a new account, by the password that was chosen for it', async () => {
    await ask(register, { email, password: first });
    const page = await open(await linkOf('confirm-email'));
    expect(await maySignIn(first)).toBe(false);
    const confirm = async (password: string): Promise<void> => {
      await page.getByLabel('Wachtwoord').fill(password);
      await page.getByRole('button', { name: 'Bevestig mijn e-mailadres' }).click();
    };
    await confirm(second);
    await page.getByRole('status').filter({ hasText: 'Dit is niet het wachtwoord' }).waitFor();
    await confirm(first);
    await page.getByRole('status').filter({ hasText: 'Uw e-mailadres is bevestigd.' }).waitFor();
    expect(await maySignIn(first)).toBe(true);
  });

  it('ask for a new password and set it', async () => {
    const request = await open('request-password-reset');
    await request.getByLabel('E-mailadres').fill(email);
    await request.getByRole('button', { name: 'Stuur mij een link' }).click();
    await request.getByRole('status').filter({ hasText: 'Hoort er bij dit adres een account' }).waitFor();
    const reset = await open(await linkOf('reset-password'));
    await reset.getByLabel('Nieuw wachtwoord').fill(second);
    await reset.getByRole('button', { name: 'Bewaar mijn wachtwoord' }).click();
    await reset.getByRole('status').filter({ hasText: 'Uw nieuwe wachtwoord is bewaard.' }).waitFor();
    expect([await maySignIn(first), await maySignIn(second)]).toEqual([false, true]);
  });

  it.each([
    ['a link that is too old', 'reset-password#token=unknown', 'Deze link is al gebruikt of te oud.'],
    ['a password that is too well known', '', 'Dit wachtwoord kan niet'],
  ])('say in Dutch what is wrong with %s', async (_what, path, sentence) => {
    const page = await open(path === '' ? `reset-password#token=${await freshToken()}` : path);
    await page.getByLabel('Nieuw wachtwoord').fill('wachtwoord12');
    await page.getByRole('button', { name: 'Bewaar mijn wachtwoord' }).click();
    await expect(page.getByRole('status').filter({ hasText: sentence }).waitFor()).resolves.toBeUndefined();
  });

  /** Of a second mail, so that it is not the one that was used before. */
  async function freshToken(): Promise<string> {
    const before = tokens.at(-1) ?? '';
    await ask(
      'mutation ($email: EmailAddress!) { requestPasswordReset(input: { email: $email }) { userErrors { code } } }',
      {
        email,
      },
    );
    return graph.says(new RegExp(`/account/reset-password#token=(?!${before})(\\S+)`));
  }

  it('say that a link without its end is not complete', async () => {
    const page = await open('confirm-email');
    await page.getByRole('status').filter({ hasText: 'Deze link is niet volledig.' }).waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it('keep what the link holds out of addresses, and ask no other server for anything', () => {
    const requests = pages.flatMap((one) => one.requests);
    const paths = requests.map((request) => request.split('#')[0] ?? '');
    expect(paths.filter((path) => tokens.some((token) => path.includes(token)))).toEqual([]);
    expect([foreign(requests), pages.flatMap((one) => one.complaints)]).toEqual([[], []]);
  });
});
