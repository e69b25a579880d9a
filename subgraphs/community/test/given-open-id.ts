import { redirectUri, TestBrowser, type TestIssuer } from '../../../shared/test/open-id-issuer.js';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';

const payloads: Readonly<Record<string, string>> = {
  startOpenIdSignIn: 'authorizationUrl flowToken',
  startOpenIdLink: 'authorizationUrl flowToken',
  finishOpenIdSignIn: 'accessToken refreshToken expiresIn',
  linkOpenIdIdentity: 'externalIdentity { id issuer subject }',
  unlinkOpenIdIdentity: 'deletedId',
};

export interface Departure {
  readonly authorizationUrl: string;
  readonly flowToken: string;
}

/** People who sign in elsewhere, and come back. */
export class GivenOpenId {
  constructor(private readonly on: TestSubgraph) {}

  ask(name: string, input: object, viewer: Viewer = anonymous) {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${payloads[name] ?? ''} userErrors { code field message } } }`;
    return this.on.as(viewer).run(query, { input });
  }

  async start(issuer: string): Promise<Departure> {
    return (await this.ask('startOpenIdSignIn', { issuer, redirectUri })).data.startOpenIdSignIn;
  }

  async startLink(viewer: Viewer, issuer: string, password?: string): Promise<Departure> {
    return (await this.ask('startOpenIdLink', { issuer, redirectUri, password }, viewer)).data.startOpenIdLink;
  }

  finish = (input: object) => this.ask('finishOpenIdSignIn', input);

  /** What comes back of who goes to the issuer and signs in there. */
  async comeBack({ authorizationUrl, flowToken }: Departure, subject: string) {
    return { flowToken, ...(await new TestBrowser().signIn(authorizationUrl, subject)) };
  }

  /** The whole way, there and back. */
  async signIn({ config }: TestIssuer, subject: string) {
    return this.finish(await this.comeBack(await this.start(config.name), subject));
  }
}
