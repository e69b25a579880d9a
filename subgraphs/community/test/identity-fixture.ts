import type { ExecutionResult } from 'graphql';
import type { Pool } from 'pg';
import { Query, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { cloneDatabase } from '../../../shared/test/database.js';
import { TestClock } from '../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { createDataSource, createReadPool, migrate } from '@lokaal/shared/database';
import { buildSubgraph, Executor } from '@lokaal/shared/graphql';
import { newId } from '@lokaal/shared/ids';
import { createLogger } from '@lokaal/shared/logging';
import { identityEntities } from '../src/features/identity/identity.entities.js';
import { createIdentity, type Identity } from '../src/features/identity/identity.js';
import { IdentityResolver } from '../src/features/identity/identity.resolver.js';
import { PasswordVerifier } from '../src/features/identity/password-hash.js';
import { hashOfToken } from '../src/features/identity/secret-token.js';
import type { OutgoingMail } from '../src/features/mail-outbox/mail-transport.js';
import { migrations } from '../src/migrations/index.js';
import { fastHash } from './fast-hash.js';

@Resolver()
class SchemaNeedsAQuery {
  @Query(() => String, { nullable: true, description: 'Nothing.' })
  nothing(): string {
    return '';
  }
}

/** Where the mails' links lead. */
export const publicUrl = 'https://graph.example';

const keySecret = 'a secret of the tests that is long enough';
export const password = 'een goed lang wachtwoord';

export interface Caller {
  readonly viewer?: Viewer;
  readonly clientAddress?: string;
}

type Tokens = { accessToken: string | null; refreshToken: string | null; expiresIn: number | null };
type Refusal = { code: string; field: string[] | null; message: string; retryAfter?: number | null };
type Asked = { input: object; caller?: Caller | undefined };
export type Payload = { userErrors: Refusal[] } & Partial<Tokens>;

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;

/** Identity on a database of its own, asked through GraphQL; mails are kept instead of sent. */
export class IdentityFixture {
  readonly clock = new TestClock(new Date('2026-03-02T09:00:00Z'));
  readonly mails: OutgoingMail[] = [];
  readonly log: string[] = [];
  readonly verified: string[] = [];
  identity!: Identity;
  dataSource!: DataSource;
  owner!: Pool;
  private pool!: Pool;
  private executor!: Executor;
  private people = 0;

  async open(): Promise<void> {
    const urls = await cloneDatabase({ name: 'community', migrate: (one) => migrate({ urls: one, migrations }) });
    // patient: these tests ask for more at once than a busy machine answers in the three seconds of a server
    const serving = { url: urls.server, applicationName: 'community', patience: 30_000 };
    this.dataSource = await createDataSource({ ...serving, entities: identityEntities });
    this.pool = createReadPool(serving);
    this.owner = createReadPool({ url: urls.owner, applicationName: 'test', max: 2 });
    this.identity = this.createIdentity();
    const resolvers = [new IdentityResolver(this.identity), new SchemaNeedsAQuery()];
    const built = buildSubgraph({ resolvers, orphanedTypes: [], models: [] });
    const runner = { run: () => Promise.reject(new Error('Nothing is read.')) } as never;
    this.executor = new Executor({ built, runner, clock: this.clock, logger: this.logger() });
  }

  /** Another process on the same database. */
  createIdentity(secret = keySecret): Identity {
    const transport = {
      send: (mail: OutgoingMail) => Promise.resolve(void this.mails.push(mail)),
      close: () => undefined,
    };
    const passwords = new PasswordVerifier(async (passwordHash, typed) => {
      this.verified.push(passwordHash);
      return new PasswordVerifier().matches(passwordHash, typed);
    });
    return createIdentity({
      dataSource: this.dataSource,
      pool: this.pool,
      clock: this.clock,
      logger: this.logger(),
      mailTransport: transport,
      publicUrl,
      keySecret: secret,
      passwords,
    });
  }

  async close(): Promise<void> {
    await this.identity.close();
    await this.dataSource.destroy();
    await this.pool.end();
    await this.owner.end();
  }

  async execute(query: string, variables: Record<string, unknown>, caller: Caller = {}): Promise<ExecutionResult> {
    const { viewer = anonymous, clientAddress } = caller;
    return this.executor.execute({ query, variables, viewer, requestId: 'test', clientAddress });
  }

  /** One mutation with its input; a top-level error fails the test. */
  ask(name: string, input: object, caller?: Caller): Promise<Payload> {
    const tokens = /^(signIn|refreshSession)$/.test(name) ? 'accessToken refreshToken expiresIn' : '';
    return this.run(name, `${tokens} userErrors { code field message }`, { input, caller });
  }

  /** Seconds after which a refused mutation may be asked for again. */
  async waitOf(name: string, input: object): Promise<(number | null)[]> {
    const { userErrors } = await this.run(name, 'userErrors { retryAfter }', { input });
    return userErrors.map(({ retryAfter = null }) => retryAfter);
  }

  private async run(name: string, selects: string, { input, caller }: Asked): Promise<Payload> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${selects} } }`;
    const { data, errors } = await this.execute(query, { input }, caller);
    if (errors) throw new Error(JSON.stringify(errors));
    return data?.[name] as Payload;
  }

  /** A person with a confirmed e-mail address and the password of the tests. */
  async person(given: { email?: string; password?: string | null; confirmed?: boolean } = {}): Promise<TestPerson> {
    this.people += 1;
    const id = newId('person');
    const email = given.email ?? `inwoner${this.people}@gemeente.example`;
    const confirmedAt = given.confirmed === false ? null : this.clock.now();
    await this.sql(
      `insert into person (id, name, email, email_confirmed_at) values ($1, 'Lore Maes', $2, $3)`,
      id,
      email,
      confirmedAt,
    );
    if (given.password !== null)
      await this.sql(
        'insert into credential values ($1, $2, $3)',
        id,
        await fastHash(given.password ?? password),
        this.clock.now(),
      );
    return { id, email };
  }

  calendarFeed(personId: string): Promise<unknown> {
    return this.sql(
      `insert into calendar_feed (id, person_id, kind, token_hash) values ($1, $2, 'MY_AGENDA', $3)`,
      newId('calendarfeed'),
      personId,
      hashOfToken(personId),
    );
  }

  calendarFeedsOf = (personId: string) => this.sql('select from calendar_feed where person_id = $1', personId);

  async signIn(
    person: Pick<TestPerson, 'email'>,
    caller?: Caller,
  ): Promise<{ accessToken: string; refreshToken: string }> {
    const { email } = person;
    const { accessToken, refreshToken, userErrors } = await this.ask('signIn', { email, password }, caller);
    if (!accessToken || !refreshToken) throw new Error(JSON.stringify(userErrors));
    return { accessToken, refreshToken };
  }

  async sql<Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> {
    return (await this.owner.query<Row>(text, values)).rows;
  }

  /** Mails to this address, after everything in the outbox was sent. */
  async mailsTo(email: string): Promise<OutgoingMail[]> {
    const waiting = 'select 1 from outbox_message where sent_at is null';
    for (this.identity.start(); (await this.sql(waiting)).length > 0;)
      await new Promise((done) => setTimeout(done, 10));
    return this.mails.filter(({ recipient }) => recipient === email);
  }

  async tokenMailedTo(email: string): Promise<string> {
    const mail = (await this.mailsTo(email)).at(-1);
    return /#token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  }

  private logger() {
    return createLogger({ service: 'test', destination: { write: (line: string) => void this.log.push(line) } });
  }
}

export interface TestPerson {
  readonly id: string;
  readonly email: string;
}

export const codesOf = ({ userErrors }: Payload): string[] => userErrors.map(({ code }) => code);
