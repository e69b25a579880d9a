import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { IdentityProvider } from '@lokaal/shared/auth';
import type { Clock, OpenIdIssuer } from '@lokaal/shared/config';
import type { Logger } from '@lokaal/shared/logging';
import type { Job } from '../../jobs/job-runner.js';
import { createViewerOfKey } from '../api-key/key-viewer.query.js';
import { MailSender } from '../mail-outbox/mail-sender.js';
import type { MailTransport } from '../mail-outbox/mail-transport.js';
import { createOpenId, type OpenId } from '../open-id/open-id.js';
import { AccountLinks } from './account-links.js';
import { AccountRequests } from './account-requests.js';
import { EmailChangeService } from './email-change.service.js';
import { removeLeftovers } from './identity-cleanup.js';
import { PasswordVerifier } from './password-hash.js';
import { PasswordResetService } from './password-reset.service.js';
import { RegistrationService } from './registration.service.js';
import { deriveKey } from './secret-token.js';
import { SessionService } from './session.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { SignInService } from './sign-in.service.js';
import { SigningKeys } from './signing-keys.js';
import { TypedPasswords } from './typed-passwords.js';
import { removeUnconfirmed } from './unconfirmed-registrations.js';
import { createViewerOf } from './viewer.query.js';

export interface IdentityDependencies {
  /** Writes, with `identityEntities` among its entities. */
  readonly dataSource: DataSource;
  /** Reads who the viewer is: the primary, never a replica, so that a right that was taken away is gone at once. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mailTransport: MailTransport;
  /** Where people reach the graph, for the links in mails, without a slash at the end. */
  readonly publicUrl: string;
  /** At least 32 characters. Seals the signing keys; with another one everybody's access token ends. */
  readonly keySecret: string;
  readonly passwords?: PasswordVerifier;
  readonly openIdIssuers?: readonly OpenIdIssuer[];
}

/** People, their passwords and sessions. Also what the gateway asks to know who calls. */
export interface Identity extends IdentityProvider {
  readonly registration: RegistrationService;
  readonly passwordResets: PasswordResetService;
  readonly emailChanges: EmailChangeService;
  readonly signIns: SignInService;
  readonly sessions: SessionService;
  readonly openId: OpenId;
  readonly jobs: readonly Job[];
  /** Says that mail waits in the outbox. */
  mailWaits(): void;
  /** Sends waiting mail. */
  start(): void;
  /** Waits for the mail that is on its way. The data source and the pool stay the caller's. */
  close(): Promise<void>;
}

const hour = 3_600_000;

export function createIdentity(dependencies: IdentityDependencies): Identity {
  const { dataSource, pool, clock, logger, keySecret, publicUrl, mailTransport: transport } = dependencies;
  const sender = new MailSender({ dataSource, transport, publicUrl, clock, logger });
  const links = new AccountLinks(publicUrl);
  const attemptKey = deriveKey(keySecret, 'sign-in attempts');
  const requests = new AccountRequests(attemptKey);
  const account = { dataSource, clock, links, attemptKey, requests, mailWaits: () => sender.wake() };
  const signingKeys = new SigningKeys({ dataSource, clock, sealingKey: deriveKey(keySecret, 'signing keys') });
  const sessions = new SessionService({
    dataSource,
    clock,
    signingKeys,
    rotationKey: deriveKey(keySecret, 'refresh tokens'),
    onReuse: (sessionId) => logger.warn({ sessionId }, 'A refresh token was used again: its session is ended.'),
  });
  const verifier = dependencies.passwords ?? new PasswordVerifier();
  const passwords = new TypedPasswords({ passwords: verifier, throttle: new SignInThrottle(dataSource) });
  const signIns = new SignInService({ dataSource, clock, passwords, sessions, attemptKey });
  const openId = createOpenId({ ...dependencies, ...account, sessions, signIns });
  return {
    registration: new RegistrationService({ ...account, passwords }),
    passwordResets: new PasswordResetService({ ...account, issuers: openId.offered }),
    emailChanges: new EmailChangeService({ ...account, signIns }),
    signIns,
    sessions,
    openId,
    viewerOfIssued: openId.viewerOfIssued,
    jwks: () => signingKeys.jwks(),
    viewerOf: createViewerOf(pool, clock),
    viewerOfKey: createViewerOfKey(pool, clock),
    jobs: cleanupJobs(dependencies),
    mailWaits: () => sender.wake(),
    start: () => sender.start(),
    close: () => sender.stop(),
  };
}

/** Clear away what is past its time. */
const cleanupJobs = ({ dataSource, clock }: IdentityDependencies): Job[] => [
  { name: 'identity cleanup', every: hour, run: () => removeLeftovers(dataSource, clock.now()) },
  { name: 'unconfirmed registrations', every: hour, run: () => removeUnconfirmed(dataSource, clock.now()) },
];
