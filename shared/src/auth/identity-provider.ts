import type { JSONWebKeySet } from 'jose';
import type { ApiKeyReference } from './api-key.js';
import type { Viewer } from './viewer.js';

/** A signed-in session: what an access token proves, before anybody looked whether it still holds. */
export interface SessionReference {
  /** TypeID of the person. */
  readonly personId: string;
  readonly sessionId: string;
}

/** Who a token of somebody else's issuer is of, or that the issuer cannot be asked now. */
export type IssuedTokenAnswer = { readonly viewer: Viewer | undefined } | { readonly unavailable: true };

export type IssuedTokenReader = (token: string) => Promise<IssuedTokenAnswer>;

/** What the gateway needs of the community subgraph to know who asks. In process an object, between services routes. */
export interface IdentityProvider {
  /** Public keys of the access tokens, also the one that is being rotated out. */
  jwks(): Promise<JSONWebKeySet>;
  /** The viewer of today, or undefined when the session was ended or the person is gone. Asked for every request. */
  viewerOf(session: SessionReference): Promise<Viewer | undefined>;
  /** The system that has this key, or undefined when the key is unknown or holds no longer. Asked for every request. */
  viewerOfKey(key: ApiKeyReference): Promise<Viewer | undefined>;
  /** As viewerOf, by an access token of a configured OpenID Connect issuer; checked whole, also that it is for this graph. */
  readonly viewerOfIssued: IssuedTokenReader;
}

/** Where a service answers for its `IdentityProvider`. The keys are public; a viewer is asked with a signed request. */
export const jwksPath = '/.well-known/jwks.json';
export const viewerPath = '/viewer';
export const keyViewerPath = '/viewer-of-key';
export const issuedViewerPath = '/viewer-of-issued';
