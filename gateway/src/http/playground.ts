import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readQuestions } from '../playground/questions.js';
import { type Opening, playgroundOpening } from '../playground/windows.js';
import { fixedText, pageHeaders, policyOf, sendFixed } from './page-policy.js';

export interface PlaygroundOptions {
  /** Whether the accounts of the demonstration data exist, so that the first question may name them. */
  readonly demoData: boolean;
}

/** Altair asks whether it may evaluate before it starts a worker, which then runs the scripts: nothing else evaluates. */
const pagePolicy = policyOf({
  'script-src': "'self' 'unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'base-uri': "'self'",
});

/** Scripts of windows run in here, and reach no network but through the page. */
const workerPolicy = policyOf({ 'script-src': "'self' 'unsafe-eval'" });

const startScript = (opening: Opening): string =>
  `const given = ${JSON.stringify(opening)};\n${readFileSync(join(__dirname, '../../playground/start.js'), 'utf8')}`;

/** The page /playground: Altair from its package, with questions to begin with. It asks no other server for anything. */
export async function addPlayground(app: FastifyInstance, { demoData }: PlaygroundOptions): Promise<void> {
  const { getDistDirectory, renderAltair, isSandboxFrame, SANDBOX_FRAME_CSP } = await import('altair-static');
  const root = getDistDirectory();
  // Its files have this version in their address, so that browsers need not ask for them twice.
  const folder = `altair/${versionOf(root)}/`;
  const html = renderAltair({
    baseURL: `playground/${folder}`,
    serveInitialOptionsInSeperateRequest: '../../start.js',
  });
  const page = fixedText('html', titled(html));
  const start = fixedText('javascript', startScript(playgroundOpening(readQuestions(), demoData)));
  const words = `${folder}assets/i18n/en-US.json`;
  const plainWords = fixedText('json', withPlainWords(readFileSync(join(root, 'assets/i18n/en-US.json'), 'utf8')));
  const policyFor = (url: string): string => {
    if (isSandboxFrame(url)) return `${SANDBOX_FRAME_CSP}; frame-ancestors 'self'`;
    return /\/worker-[^/]+$/.test(url) ? workerPolicy : pagePolicy;
  };
  await app.register(async (scope) => {
    scope.addHook('onRequest', async ({ url }, reply) => {
      void reply.headers({ ...pageHeaders, 'content-security-policy': policyFor(url.split('?')[0] ?? '') });
    });
    scope.get('/playground', (request, reply) => sendFixed(request, reply, page));
    scope.get('/playground/', (_request, reply: FastifyReply) => reply.redirect('../playground'));
    scope.get('/playground/start.js', (request, reply) => sendFixed(request, reply, start));
    scope.get(`/playground/${words}`, (request, reply) => sendFixed(request, reply, plainWords));
    await scope.register(fastifyStatic, {
      root,
      prefix: `/playground/${folder}`,
      maxAge: '365d',
      immutable: true,
      index: false,
    });
  });
}

function versionOf(dist: string): string {
  const { version } = JSON.parse(readFileSync(join(dist, '../../package.json'), 'utf8')) as { version: string };
  return version;
}

const titled = (html: string): string =>
  html
    .replace('<html>', '<html lang="en">')
    .replace(/<title>.*<\/title>/, '<title>Lokaal Digitaal: playground</title>');

/** Altair jokes where an answer will come. */
const withPlainWords = (words: string): string =>
  JSON.stringify({ ...JSON.parse(words), QUERY_RESULT_NO_RESULT_TEXT: 'Send the request: its answer comes here.' });
