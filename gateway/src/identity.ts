import { GraphQLError } from 'graphql';
import {
  accessTokenRules,
  anonymous,
  createAccessTokenVerifier,
  type IdentityProvider,
  isApiKey,
  issuerOf,
  readApiKey,
  type Viewer,
} from '@lokaal/shared/auth';
import type { Clock } from '@lokaal/shared/config';
import { noAnswer } from './no-answer.js';
import { within } from './within.js';

/** Who asks, from what the client sent. */
export interface Identity {
  /** Throws UNAUTHENTICATED for a token or a key that does not hold (any more). */
  identify(authorization: string | undefined): Promise<Viewer>;
}

/** Extensions of the error when it cannot be told who asks. */
export interface RefusedIdentity {
  readonly code: string;
  readonly http: { readonly status: number; readonly headers?: ReadonlyMap<string, string> };
}

/** Everybody is anonymous: for supergraphs of strangers. */
export const noIdentity: Identity = { identify: async () => anonymous };

export interface TokenIdentityOptions {
  readonly clock?: Clock;
  /** Longest time to find out who asks, in milliseconds. */
  readonly time?: number;
}

/** Access tokens of people and keys of systems; the community subgraph is asked each time whether they still stand. */
export function createTokenIdentity(
  provider: IdentityProvider,
  { clock, time = 5000 }: TokenIdentityOptions = {},
): Identity {
  const verify = createAccessTokenVerifier(() => provider.jwks(), clock);
  return {
    identify: async (authorization) => {
      const token = bearerToken(authorization);
      if (token === undefined) return anonymous;
      const viewer = await within({ time }, () => viewerOf(token)).catch((cause: unknown) => {
        throw cause instanceof GraphQLError ? cause : unreachable(cause);
      });
      if (!viewer) throw unauthenticated();
      return viewer;
    },
  };

  async function viewerOf(token: string): Promise<Viewer | undefined> {
    if (isApiKey(token)) return ofKey(token);
    const issuer = issuerOf(token);
    if (issuer !== undefined && issuer !== accessTokenRules.issuer) return viewerOfIssued(token);
    const session = await verify(token);
    return session && provider.viewerOf(session);
  }

  async function ofKey(key: string): Promise<Viewer | undefined> {
    const reference = readApiKey(key);
    return reference && provider.viewerOfKey(reference);
  }

  /** The community knows which issuers are configured, and refuses all others. */
  async function viewerOfIssued(token: string): Promise<Viewer | undefined> {
    const answer = await provider.viewerOfIssued(token);
    if ('unavailable' in answer) throw issuerUnavailable();
    return answer.viewer;
  }
}

/** Undefined without a token; the playground sends the scheme alone as long as nobody is signed in. */
function bearerToken(authorization = ''): string | undefined {
  const trimmed = authorization.trim();
  if (trimmed === '' || /^bearer$/iu.test(trimmed)) return undefined;
  const [, token] = /^bearer +(\S+)$/iu.exec(trimmed) ?? [];
  if (token === undefined) throw unauthenticated();
  return token;
}

/** Says of no token or key what is wrong with it, nor whether it ever was right. */
const invalidToken = 'The access token or API key is not valid or has expired. Sign in again, or use another key.';

const unauthenticated = (): GraphQLError =>
  new GraphQLError(invalidToken, {
    extensions: {
      code: 'UNAUTHENTICATED',
      http: { status: 401, headers: new Map([['www-authenticate', 'Bearer error="invalid_token"']]) },
    },
  });

function unreachable(cause: unknown): GraphQLError {
  const { message, extensions } = noAnswer('community', cause);
  return new GraphQLError(message, {
    originalError: cause instanceof Error ? cause : undefined,
    extensions: { ...extensions, service: 'community', http: unavailableFor(1) },
  });
}

const issuerUnavailable = (): GraphQLError =>
  new GraphQLError('The issuer of this access token does not answer as it should. Try again in a minute.', {
    extensions: { code: 'ISSUER_UNAVAILABLE', http: unavailableFor(60) },
  });

const unavailableFor = (seconds: number): RefusedIdentity['http'] => ({
  status: 503,
  headers: new Map([['retry-after', String(seconds)]]),
});
