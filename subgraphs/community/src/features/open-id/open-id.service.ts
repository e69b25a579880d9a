import type { Viewer } from '@lokaal/shared/auth';
import type { Clock } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { badInput, notFound } from '@lokaal/shared/errors';
import type { DataSource, EntityManager } from 'typeorm';
import type { AccountLinks } from '../identity/account-links.js';
import { CredentialEntity } from '../identity/credential.entity.js';
import { newSecretToken } from '../identity/secret-token.js';
import { endAccessOf } from '../identity/session-end.js';
import type { SessionService, SessionTokens } from '../identity/session.service.js';
import { originOf } from '../identity/sign-in-origin.js';
import type { SignInService } from '../identity/sign-in.service.js';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import { PersonEntity } from '../person/person.entity.js';
import { ExternalIdentityEntity } from './external-identity.entity.js';
import { isSame, secretsOf } from './flow-secrets.js';
import { type Account, findOrLink, type Link, linkTo } from './identity-links.js';
import type { IssuerClient } from './issuer-client.js';
import { rememberFlow, takeFlow } from './open-id-flows.js';
import type { OpenIdReturnInput, StartOpenIdLinkInput, StartOpenIdSignInInput } from './open-id.input.js';
import { identityLinkedMail } from './open-id.mails.js';
import { invalidReturn } from './open-id.refusals.js';

export interface OpenIdDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly issuers: ReadonlyMap<string, IssuerClient>;
  readonly sessions: SessionService;
  readonly signIns: Pick<SignInService, 'confirm'>;
  readonly links: AccountLinks;
  readonly mailWaits: () => void;
  /** Key of the hashes by which callers' addresses are known. */
  readonly attemptKey: Uint8Array;
  /** Key from which state, nonce and code verifier follow. */
  readonly flowKey: Uint8Array;
}

/** What a client needs to send somebody to an issuer. */
export interface Departure {
  readonly authorizationUrl: string;
  readonly flowToken: string;
}

export class OpenIdService {
  constructor(private readonly on: OpenIdDependencies) {}

  startSignIn(input: StartOpenIdSignInInput): Promise<Departure> {
    return this.depart(input, null);
  }

  /** Whoever has a password types it again: what is linked opens the account also when the password was changed. */
  async startLink(
    viewer: Viewer,
    { password, ...input }: StartOpenIdLinkInput,
    clientAddress: string | undefined,
  ): Promise<Departure> {
    const personId = viewer.personId!;
    if (await this.on.dataSource.manager.existsBy(CredentialEntity, { personId })) {
      if (!password) throw badInput('Type your password again.', ['password']);
      await this.on.signIns.confirm({ personId, password }, clientAddress);
    }
    return this.depart(input, personId);
  }

  async finishSignIn(input: OpenIdReturnInput, clientAddress: string | undefined): Promise<SessionTokens> {
    const account = await this.receive(input, null);
    const link = await inTransaction(this.on.dataSource, async (tx) => {
      const found = await findOrLink(tx, account);
      if (found.isNew) await this.tell(tx, account, found);
      await tx.update(ExternalIdentityEntity, found.id, { lastSignInAt: account.now });
      return found;
    });
    if (link.isNew) this.on.mailWaits();
    const origin = originOf(this.on.attemptKey, clientAddress);
    const hold = (tx: EntityManager): Promise<void> => holdLink(tx, link);
    return this.on.sessions.start({ personId: link.person.id, origin, hold });
  }

  async link(viewer: Viewer, input: OpenIdReturnInput): Promise<string> {
    const personId = viewer.personId!;
    const account = await this.receive(input, personId);
    const { id, isNew } = await inTransaction(this.on.dataSource, async (tx) => {
      const person = await tx.findOne(PersonEntity, { where: { id: personId }, lock: { mode: 'for_no_key_update' } });
      if (!person) throw invalidReturn();
      const link = await linkTo(tx, account, person);
      if (link.isNew) await this.tell(tx, account, link);
      return link;
    });
    if (isNew) this.on.mailWaits();
    return id;
  }

  /** Ends all sessions and calendar feeds too: they may have been opened by what is taken away. */
  unlink(viewer: Viewer, id: string): Promise<string> {
    return inTransaction(this.on.dataSource, async (tx) => {
      const { affected } = await tx.delete(ExternalIdentityEntity, { id, personId: viewer.personId! });
      if (affected === 0) throw notFound('External identity', ['id']);
      await endAccessOf(tx, viewer.personId!, { reason: 'SIGNED_OUT', now: this.on.clock.now() });
      return id;
    });
  }

  private async depart(
    { issuer: name, redirectUri }: StartOpenIdSignInInput,
    personId: string | null,
  ): Promise<Departure> {
    const client = this.on.issuers.get(name);
    if (!client) throw notFound('Issuer', ['issuer']);
    if (!client.config.redirectUris.includes(redirectUri))
      throw badInput('This is not one of the addresses to which people may come back.', ['redirectUri']);
    const token = newSecretToken();
    const authorizationUrl = await client.authorizationUrl(redirectUri, secretsOf(this.on.flowKey, token));
    const flow = { token, issuer: client.config, redirectUri, personId, now: this.on.clock.now() };
    await inTransaction(this.on.dataSource, (tx) => rememberFlow(tx, flow));
    return { authorizationUrl, flowToken: token };
  }

  /** Who comes back from the issuer. No connection waits for the issuer's answer. */
  private async receive({ flowToken: token, state, code, iss }: OpenIdReturnInput, personId: string | null) {
    const secrets = secretsOf(this.on.flowKey, token);
    if (!isSame(state, secrets.state)) throw invalidReturn();
    const now = this.on.clock.now();
    const flow = await inTransaction(this.on.dataSource, (tx) => takeFlow(tx, { token, personId, now }));
    const client = flow && this.on.issuers.get(flow.issuer);
    if (!client || !(await client.isFromHere(iss))) throw invalidReturn();
    const claims = await client.redeem({ code, redirectUri: flow.redirectUri, secrets });
    if (!claims?.sub) throw invalidReturn();
    return { issuer: client.config, claims: { ...claims, sub: claims.sub }, now } satisfies Account;
  }

  private tell(tx: EntityManager, { issuer, now }: Account, { person }: Link): Promise<void> {
    const mail = identityLinkedMail(person, issuer.label, this.on.links.requestPasswordReset());
    return enqueueNotice(tx, { email: person.email, now }, mail);
  }
}

/** Holds the link until the session is written: unlinking that comes between ends this session too. */
async function holdLink(tx: EntityManager, { id, person }: Link): Promise<void> {
  await tx.findOne(PersonEntity, { where: { id: person.id }, lock: { mode: 'for_key_share' } });
  const held = await tx.findOne(ExternalIdentityEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
  if (!held) throw invalidReturn();
}
