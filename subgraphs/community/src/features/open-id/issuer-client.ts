import type { Clock, OpenIdIssuer } from '@lokaal/shared/config';
import { DomainError } from '@lokaal/shared/errors';
import { createLocalJWKSet, type JWTPayload } from 'jose';
import { z } from 'zod';
import { challengeOf, type FlowSecrets } from './flow-secrets.js';
import { askIssuer, type IssuerAnswer } from './issuer-http.js';
import { type IssuerMetadata, readKeys, readMetadata } from './issuer-metadata.js';
import { type IssuerKeys, verifyIssued } from './issuer-tokens.js';
import { Remembered } from './remembered.js';

const second = 1_000;
const minute = 60 * second;

/** RFC 9068, and what issuers wrote before it: a token for another end, such as one that signs out, is none. */
const accessTokenTypes = /^(?:(?:application\/)?at\+)?jwt$/i;

const tokensSchema = z.object({ id_token: z.string(), access_token: z.string() });
const userinfoSchema = z.looseObject({ sub: z.string() });

export interface IssuerClientDependencies {
  readonly clock: Clock;
  /** Told what went wrong with the issuer; without secrets. */
  readonly onFailure: (name: string, cause: unknown) => void;
}

interface Redemption {
  readonly code: string;
  readonly redirectUri: string;
  readonly secrets: FlowSecrets;
}

/** One configured issuer, as we are its client (OpenID Connect Core 1.0, authorization code flow with PKCE). */
export class IssuerClient {
  private readonly metadata: Remembered<IssuerMetadata>;
  private readonly keys: Remembered<IssuerKeys>;

  constructor(
    readonly config: OpenIdIssuer,
    private readonly on: IssuerClientDependencies,
  ) {
    const { clock } = on;
    const fetchMetadata = () => this.reached(() => readMetadata(config));
    this.metadata = new Remembered({ fetch: fetchMetadata, clock, keptFor: 60 * minute, pause: 10 * second });
    const fetchKeys = async (): Promise<IssuerKeys> => {
      const { jwks_uri: url } = await this.metadata.get();
      return this.reached(async () => createLocalJWKSet(await readKeys(url)));
    };
    this.keys = new Remembered({ fetch: fetchKeys, clock, keptFor: 10 * minute, pause: 30 * second });
  }

  /** Where the person's browser goes. */
  async authorizationUrl(redirectUri: string, secrets: FlowSecrets): Promise<string> {
    const url = new URL((await this.metadata.get()).authorization_endpoint);
    const asked = {
      response_type: 'code',
      client_id: this.config.clientId,
      redirect_uri: redirectUri,
      scope: this.config.scopes,
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: challengeOf(secrets),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
    return url.href;
  }

  /** Whether an answer came from this issuer, as far as it says so: against a mix-up of issuers (RFC 9207). */
  async isFromHere(claimed: string | null | undefined): Promise<boolean> {
    if (claimed) return claimed === this.config.issuer;
    return !(await this.metadata.get()).authorization_response_iss_parameter_supported;
  }

  /** The claims about the person for whom the issuer gave this code, or undefined when it is not for us or not right. */
  async redeem({ code, redirectUri, secrets }: Redemption): Promise<JWTPayload | undefined> {
    const tokens = await this.exchange({ code, redirectUri, secrets });
    const claims = tokens && (await this.verifyIdToken(tokens.id_token, secrets.nonce));
    if (!claims || claims['email'] !== undefined) return claims;
    // many issuers tell the address at another place only; what verifies it must stand beside it
    const { email, email_verified, ...about } = await this.userinfo(tokens.access_token, claims.sub);
    return { ...about, ...claims, email, email_verified };
  }

  /** The claims of an access token for this graph, or undefined. */
  verifyAccessToken(token: string): Promise<JWTPayload | undefined> {
    const { audience, issuer } = this.config;
    if (audience === undefined) return Promise.resolve(undefined);
    const rules = { issuer, audience, maxTokenAge: '1 day', types: accessTokenTypes, clock: this.on.clock };
    return verifyIssued(token, this.keys, rules);
  }

  private async verifyIdToken(token: string, nonce: string): Promise<JWTPayload | undefined> {
    const { issuer, clientId: audience } = this.config;
    const rules = { issuer, audience, maxTokenAge: '10 minutes', clock: this.on.clock };
    const claims = await verifyIssued(token, this.keys, rules);
    if (!claims || claims['nonce'] !== nonce) return undefined;
    const party = claims['azp'];
    const isForOthersToo = Array.isArray(claims.aud) && claims.aud.length > 1;
    return party === audience || (party === undefined && !isForOthersToo) ? claims : undefined;
  }

  private async exchange({ code, redirectUri, secrets }: Redemption) {
    const { token_endpoint: url, token_endpoint_auth_methods_supported: methods } = await this.metadata.get();
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: secrets.verifier,
    });
    const answer = await this.ask(url, { method: 'POST', body, headers: this.authenticate(body, methods) });
    return tokensSchema.safeParse(answer.body).data;
  }

  /** Says who we are, by the header or in the body. */
  private authenticate(body: URLSearchParams, methods: readonly string[]): Record<string, string> {
    const { clientId, clientSecret } = this.config;
    if (clientSecret !== undefined && methods.includes('client_secret_basic')) {
      const pair = [clientId, clientSecret].map((part) => new URLSearchParams({ part }).toString().slice(5)).join(':');
      return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
    }
    body.set('client_id', clientId);
    if (clientSecret !== undefined) body.set('client_secret', clientSecret);
    return {};
  }

  private async userinfo(accessToken: string, subject: string | undefined): Promise<Record<string, unknown>> {
    const { userinfo_endpoint: url } = await this.metadata.get();
    if (url === undefined) return {};
    const { body } = await this.ask(url, { headers: { authorization: `Bearer ${accessToken}` } });
    const { data } = userinfoSchema.safeParse(body);
    return data?.sub === subject ? (data ?? {}) : {};
  }

  private ask(...asked: Parameters<typeof askIssuer>): Promise<IssuerAnswer> {
    return this.reached(async () => {
      const answer = await askIssuer(...asked);
      if (answer.status >= 500 || answer.status === 429) throw new Error(`It answered HTTP ${answer.status}.`);
      return answer;
    });
  }

  /** Throws a DomainError ISSUER_UNAVAILABLE. */
  private async reached<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      this.on.onFailure(this.config.name, error);
      throw unavailable(this.config.label);
    }
  }
}

const unavailable = (label: string): DomainError =>
  new DomainError(
    'ISSUER_UNAVAILABLE',
    `${label} does not answer as it should. Try again in a minute, or sign in with your password.`,
  );
