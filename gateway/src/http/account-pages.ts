import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { fixedText, pageHeaders, policyOf, sendFixed } from './page-policy.js';

const folder = join(__dirname, '../../account');

/** The paths under /account, to which mails of the community link, and what they load. */
const files = {
  'confirm-email': ['html', 'confirm-email.html'],
  'confirm-email-change': ['html', 'confirm-email-change.html'],
  'reset-password': ['html', 'reset-password.html'],
  'request-password-reset': ['html', 'request-password-reset.html'],
  'account.js': ['javascript', 'account.js'],
  'account.css': ['css', 'account.css'],
} as const;

const headers = {
  ...pageHeaders,
  'content-security-policy': policyOf({
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'self'",
    'img-src': 'data:',
  }),
};

/** The pages that mails link to: they confirm an e-mail address, also another one, or set a new password, by the graph beside them. */
export function addAccountPages(app: FastifyInstance): void {
  for (const [path, [type, file]] of Object.entries(files)) {
    const content = fixedText(type, readFileSync(join(folder, file), 'utf8'));
    app.get(`/account/${path}`, (request, reply) => sendFixed(request, reply.headers(headers), content));
  }
}
