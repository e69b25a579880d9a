import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { OpenIdIssuer } from '../src/config/index.js';

type Claims = Readonly<Record<string, unknown>>;

export const redirectUri = 'https://portaal.example/aangemeld';
export const audience = 'urn:lokaal-digitaal:graph';

/** A real issuer (oidc-provider) on this machine. */
export class TestIssuer {
  private constructor(
    private readonly worker: Worker,
    readonly config: OpenIdIssuer,
  ) {}

  static async start(name: string, settings: Partial<OpenIdIssuer> = {}): Promise<TestIssuer> {
    const clientId = 'lokaal';
    const clientSecret = `a secret of ${name} that no log may hold`;
    const redirectUris = settings.redirectUris ?? [redirectUri];
    const workerData = { clientId, clientSecret, redirectUris, audience, accounts: {} };
    // it warns that it is not on https
    const worker = new Worker(join(__dirname, 'open-id-thread.mjs'), { workerData, stdout: true, stderr: true });
    const { port } = await answerOf<{ port: number }>(worker);
    return new TestIssuer(worker, {
      name,
      clientId,
      clientSecret,
      audience,
      label: `Aanbieder ${name}`,
      redirectUris,
      issuer: `http://127.0.0.1:${port}`,
      scopes: 'openid email profile',
      trustsEmail: true,
      registers: true,
      ...settings,
    });
  }

  /** What the issuer tells about an account from now on. */
  async account(subject: string, claims: Claims): Promise<void> {
    await this.tell({ account: subject, claims });
  }

  /** An access token for the graph, as another client of the issuer has it of who signed in there. */
  async accessToken(subject: string): Promise<string> {
    const { issuer, clientId, clientSecret, scopes } = this.config;
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const asked = { client_id: clientId, redirect_uri: redirectUri, response_type: 'code', scope: scopes };
    const proof = { code_challenge: challenge, code_challenge_method: 'S256' };
    const query = new URLSearchParams({ ...asked, ...proof, resource: audience }).toString();
    const { code } = await new TestBrowser().signIn(`${issuer}/auth?${query}`, subject);
    const redeemed = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
    const authorization = `Basic ${Buffer.from(`${clientId}:${encodeURIComponent(clientSecret!)}`).toString('base64')}`;
    const body = new URLSearchParams({ ...redeemed, resource: audience });
    const answer = await fetch(`${issuer}/token`, { method: 'POST', body, headers: { authorization } });
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  /** New keys, at once. */
  async rotate(): Promise<void> {
    await this.tell({ rotate: true });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private async tell(message: object): Promise<void> {
    const answer = answerOf(this.worker);
    this.worker.postMessage(message);
    await answer;
  }
}

/** Listens to neither any more, whichever of an answer and an error comes. */
const answerOf = async <Message>(worker: Worker): Promise<Message> => ((await once(worker, 'message')) as [Message])[0];

const typed = (subject: string) => ({ login: subject, password: 'any will do' });

/** A browser: follows redirects, keeps cookies and fills in the issuer's forms, until it is sent back to the client. */
export class TestBrowser {
  private readonly cookies = new Map<string, string>();

  /** Signs in and agrees to everything; gives what the address to come back to holds. */
  async signIn(authorizationUrl: string, subject: string): Promise<{ code: string; state: string; iss: string }> {
    let answer = await this.ask(authorizationUrl);
    for (let step = 0; step < 20; step += 1) {
      const next = new URL(answer.headers.get('location') ?? answer.url, answer.url);
      if (next.href.startsWith(redirectUri)) return Object.fromEntries(next.searchParams) as never;
      answer = answer.headers.has('location') ? await this.ask(next.href) : await this.fillIn(answer, subject);
    }
    throw new Error(`The issuer never came back: HTTP ${answer.status} at ${answer.url}`);
  }

  private async fillIn(answer: Response, subject: string): Promise<Response> {
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`No form at ${answer.url}: HTTP ${answer.status} ${page}`);
    const fields = new URLSearchParams({ prompt: page.includes('name="login"') ? 'login' : 'consent' });
    if (fields.get('prompt') === 'login')
      for (const [name, value] of Object.entries(typed(subject))) fields.set(name, value);
    return this.ask(new URL(action, answer.url).href, fields);
  }

  private async ask(url: string, body?: URLSearchParams): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...(body && { method: 'POST', body }), headers: { cookie }, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }
}
