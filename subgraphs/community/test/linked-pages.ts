import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import { anonymous } from '@lokaal/shared/auth';
import type { GivenPerson } from './given.js';
import { KeptMails } from './kept-mails.js';

/** Pages about places at events and in sessions, reached by the links of mails. */
export class LinkedPages {
  private constructor(
    private readonly on: TestSubgraph,
    private readonly mails: KeptMails,
  ) {}

  static async of(on: TestSubgraph): Promise<LinkedPages> {
    return new LinkedPages(on, await KeptMails.of(on));
  }

  /** Paths of a kind in the mails to somebody. */
  async to({ email }: Pick<GivenPerson, 'email'>, page: string): Promise<string[]> {
    const links = (await this.mails.to(email)).flatMap(
      ({ text }) => text.match(/https:\/\/graph\.example\/registrations\/\S+/g) ?? [],
    );
    const paths = links.map((link) => link.replace('https://graph.example', ''));
    return paths.filter((path) => path.startsWith(`/registrations/${page}/`));
  }

  async open(path: string, method: 'GET' | 'POST' = 'GET'): Promise<string> {
    const answer = await this.on.subgraph.document!({ method, path, query: {}, viewer: anonymous, requestId: 'test' });
    return `${answer?.status} ${answer?.body.toString()}`;
  }
}
