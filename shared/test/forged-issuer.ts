import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import type { OpenIdIssuer } from '../src/config/index.js';
import { audience, redirectUri } from './open-id-issuer.js';

type Claims = Readonly<Record<string, unknown>>;
type Answers = (request: IncomingMessage, response: ServerResponse) => unknown;

interface Signature {
  readonly key?: CryptoKey | Uint8Array;
  readonly header?: Partial<JWTHeaderParameters>;
}

/** An issuer that says what a test wants. */
export class ForgedIssuer {
  /** How often each path was asked. */
  readonly asked = new Map<string, number>();
  /** What the token endpoint gives. */
  idToken = '';
  readonly answers: Record<string, Answers> = {
    '/.well-known/openid-configuration': () => this.metadata(),
    '/keys': async () => ({ keys: [{ ...(await exportJWK(this.publicKey)), kid: 'key', alg: 'ES256' }] }),
    '/token': () => ({ id_token: this.idToken, access_token: 'x', token_type: 'Bearer' }),
    '/me': () => ({ sub: 'iemand anders', email: 'an@gemeente.example', email_verified: true }),
  };

  private constructor(
    private readonly server: Server,
    private readonly privateKey: CryptoKey,
    private readonly publicKey: CryptoKey,
  ) {
    server.on('request', (request, response) => void this.answer(request, response));
  }

  static async start(): Promise<ForgedIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new ForgedIssuer(server, privateKey, publicKey);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get config(): OpenIdIssuer {
    return {
      name: 'vervalst',
      label: 'Vervalst',
      issuer: this.url,
      clientId: 'lokaal',
      audience,
      clientSecret: 'a secret that no log may hold',
      redirectUris: [redirectUri],
      scopes: 'openid email',
      trustsEmail: true,
      registers: true,
    };
  }

  /** What a right ID token says now. */
  claims(nonce: string | null): Claims {
    const now = Math.floor(Date.now() / 1_000);
    const about = { sub: 'an', email: 'an@gemeente.example', email_verified: true };
    return { iss: this.url, aud: 'lokaal', iat: now, exp: now + 300, nonce, ...about };
  }

  sign(claims: Claims, { key = this.privateKey, header }: Signature = {}): Promise<string> {
    return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'ES256', kid: 'key', ...header }).sign(key);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  metadata(): Claims {
    const at = (path: string) => `${this.url}${path}`;
    return {
      issuer: this.url,
      authorization_endpoint: at('/auth'),
      token_endpoint: at('/token'),
      jwks_uri: at('/keys'),
      userinfo_endpoint: at('/me'),
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    this.asked.set(path, (this.asked.get(path) ?? 0) + 1);
    const body = await this.answers[path]?.(request, response);
    if (body !== undefined) response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  }
}
