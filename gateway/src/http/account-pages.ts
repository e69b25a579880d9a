import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { fixedText, pageHeaders, policyOf, sendFixed } from './page-policy.js';

const folder = join(__dirname, '../../account');

/** Paths under /account/, to which mails of the community link: the empty one is where people sign in. */
const pages = {
  '': 'index.html',
  register: 'register.html',
  'confirm-email': 'confirm-email.html',
  'confirm-email-change': 'confirm-email-change.html',
  'reset-password': 'reset-password.html',
  'request-password-reset': 'request-password-reset.html',
};

/** What the pages load. */
const scripts = [
  'account',
  'drawing',
  'graph',
  'home',
  'memberships',
  'mentorships',
  'my-things',
  'places',
  'session',
  'words',
  'work',
].map((name) => `${name}.js`);

const headers = {
  ...pageHeaders,
  'content-security-policy': policyOf({
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'self'",
    'img-src': 'data:',
  }),
};

/** The pages for people, by the graph beside them: to register, to sign in and do what mails ask for, and what mails link to. */
export function addAccountPages(app: FastifyInstance): void {
  const add = (path: string, type: 'html' | 'javascript' | 'css', file: string): void => {
    const content = fixedText(type, readFileSync(join(folder, file), 'utf8'));
    app.get(`/account/${path}`, (request, reply) => sendFixed(request, reply.headers(headers), content));
  };
  for (const [path, file] of Object.entries(pages)) add(path, 'html', file);
  for (const file of scripts) add(file, 'javascript', file);
  add('account.css', 'css', 'account.css');
  app.get('/account', (_request, reply) => reply.redirect('account/'));
}
