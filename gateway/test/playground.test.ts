import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { demoAccounts, demoPassword } from '@lokaal/shared/demo';
import { ownRoutes, showsPlayground } from '../src/http/own-routes.js';
import { ownLimits } from '../src/limits.js';
import { readQuestions } from '../src/playground/questions.js';
import { playgroundOpening } from '../src/playground/windows.js';
import { depthLimit } from '../src/plugins/depth.js';
import { readApiSchema } from './api-schema.js';
import { startGraph, type Graph } from './graph.js';

const questions = readQuestions();
const development = { NODE_ENV: 'development' } as const;

describe('the questions of the playground', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await readApiSchema();
  });

  it.each(questions)('ask "$title" in the words of the schema, within its limits', ({ text }) => {
    expect(validate(schema, parse(text), [...specifiedRules, depthLimit(ownLimits.depth)])).toEqual([]);
  });

  it('have the reference question of the measurements among them, unchanged', () => {
    const measured = readFileSync(join(__dirname, '../../bench/reference.graphql'), 'utf8');
    const shown = questions.find(({ name }) => name === 'reference')?.text ?? '';
    expect(print(parse(shown))).toBe(print(parse(measured)));
  });

  it('all stand under a heading, the first of each in a window that is open', () => {
    const { headings, options } = playgroundOpening(questions, false);
    const shown = headings.flatMap((heading) => heading.questions.map(({ initialName }) => initialName));
    expect(shown.toSorted()).toEqual(questions.map(({ title }) => title).toSorted());
    expect(options.initialWindows).toEqual(headings.map((heading) => heading.questions[0]));
  });

  it('have titles of which none is a part of another', () => {
    const titles = questions.map(({ title }) => title.toLowerCase());
    expect(titles.filter((title) => titles.some((other) => other !== title && other.includes(title)))).toEqual([]);
  });

  it('name the demonstration accounts when these exist', () => {
    const first = JSON.stringify(playgroundOpening(questions, true).options.initialWindows?.[0]);
    for (const text of [demoPassword, ...demoAccounts.map(({ email }) => email)]) expect(first).toContain(text);
  });

  it('name no account otherwise', () => {
    const all = JSON.stringify(playgroundOpening(questions, false));
    for (const text of [demoPassword, ...demoAccounts.map(({ email }) => email)]) expect(all).not.toContain(text);
  });
});

describe('the playground', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph({ routes: ownRoutes(development, true) });
  });
  afterAll(() => graph.close());

  const page = async (): Promise<string> => (await fetch(`${graph.url}/playground`)).text();
  const addressOf = async (file: string): Promise<string> => {
    const base = /<base href="([^"]+)"/.exec(await page())?.[1] ?? '';
    return new URL(file, new URL(base, `${graph.url}/playground`)).href;
  };

  it.each([
    [true, {}],
    [false, { NODE_ENV: 'production' }],
    [false, { INTROSPECTION: 'OFF' }],
    [true, { NODE_ENV: 'production', PLAYGROUND: true }],
    [false, { PLAYGROUND: false }],
  ] as const)('is shown: %s, with %j', (shown, settings) => {
    expect(showsPlayground({ ...development, ...settings })).toBe(shown);
  });

  it('is not there when it is not shown', async () => {
    const without = await startGraph({ routes: ownRoutes({ NODE_ENV: 'production' }, false) });
    const { status } = await fetch(`${without.url}/playground`);
    await without.close();
    expect(status).toBe(404);
  });

  it('names nothing outside itself', async () => {
    expect(await page()).not.toMatch(/(?:src|href)="(?:\w+:)?\/\//);
  });

  it.each(['main.js', 'styles.css', 'polyfills.js', 'assets/i18n/nl-NL.json'])(
    'has its own %s, for a year',
    async (file) => {
      const { status, headers } = await fetch(await addressOf(file));
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    },
  );

  it.each(['/playground', '/playground/start.js'])('has %s asked for again only when it changed', async (path) => {
    const first = await fetch(graph.url + path);
    const again = await fetch(graph.url + path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect([first.headers.get('cache-control'), first.status, again.status]).toEqual(['no-cache', 200, 304]);
  });

  it('lets the page reach no other server, and no other page embed it', async () => {
    const policy = (await fetch(`${graph.url}/playground`)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('gives scripts of others no origin to act in', async () => {
    const { headers } = await fetch(await addressOf('iframe-sandbox/index.html?sc=https://elsewhere.example'));
    expect(headers.get('content-security-policy')).toMatch(/^sandbox allow-scripts;/);
  });

  it.each(['..%2f..%2fpackage.json', '../../package.json', '%2e%2e/%2e%2e/package.json'])(
    'serves nothing at %s',
    async (file) => {
      const { status } = await fetch(`${await addressOf('')}${file}`);
      expect([403, 404]).toContain(status);
    },
  );
});
