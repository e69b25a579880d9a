import type { OpenIdIssuer } from '@lokaal/shared/config';
import type { EntityManager } from 'typeorm';
import { hashOfToken } from '../identity/secret-token.js';
import { OpenIdFlowEntity } from './open-id-flow.entity.js';

/** Milliseconds: time enough to find one's card reader. */
const flowLifetime = 10 * 60_000;

interface NewFlow {
  readonly token: string;
  readonly issuer: OpenIdIssuer;
  readonly redirectUri: string;
  readonly personId: string | null;
  readonly now: Date;
}

/** Remembers who went, by the hash of what only the client has. */
export async function rememberFlow(tx: EntityManager, { token, issuer, now, ...flow }: NewFlow): Promise<void> {
  await tx.insert(OpenIdFlowEntity, {
    ...flow,
    tokenHash: hashOfToken(token),
    issuer: issuer.name,
    createdAt: now,
    expiresAt: new Date(now.getTime() + flowLifetime),
  });
}

/** Takes a flow, once: of several who come back with one, one gets it. */
export async function takeFlow(
  tx: EntityManager,
  { token, personId, now }: Pick<NewFlow, 'token' | 'personId' | 'now'>,
): Promise<Pick<OpenIdFlowEntity, 'issuer' | 'redirectUri'> | undefined> {
  const [[flow]] = await tx.query<[Pick<OpenIdFlowEntity, 'issuer' | 'redirectUri'>[], number]>(
    `delete from open_id_flow where token_hash = $1 and person_id is not distinct from $2 and expires_at > $3
      returning issuer, redirect_uri as "redirectUri"`,
    [hashOfToken(token), personId, now],
  );
  return flow;
}
