import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { entered, type GivenPerson, type Row, signedIn } from './given.js';
import { type GivenEvent, GivenEvents } from './given-event.js';

type Columns = Readonly<Record<string, unknown>>;

export const REGISTER = `mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) {
  registration { id version state waitingPosition mode audience priceCents ticketCode } userErrors { code field message } } }`;

const change = (mutation: string): string =>
  `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) {
    registration { id version state mode } userErrors { code field message } } }`;

export const CANCEL = change('cancelRegistration');
export const ACCEPT = change('acceptOffer');
export const DECLINE = change('declineOffer');
export const CHANGE_MODE = change('changeRegistrationMode');

export const SIGN_UP = `mutation ($input: SignUpForSessionInput!) { signUpForSession(input: $input) {
  signup { id version state waitingPosition } userErrors { code field message } } }`;

const changeSignup = (mutation: string): string =>
  change(mutation).replace('registration { id version state mode }', 'signup { id version state }');

export const CANCEL_SIGNUP = changeSignup('cancelSessionSignup');
export const ACCEPT_SIGNUP = changeSignup('acceptSessionOffer');
export const DECLINE_SIGNUP = changeSignup('declineSessionOffer');

/** Events, and who goes to them, as few words as a test needs. */
export class GivenRegistration {
  /** Their programme. */
  readonly events: GivenEvents;
  private rows = 0;

  constructor(private readonly on: TestSubgraph) {
    this.events = new GivenEvents(on);
  }

  /** Published, on 10 December 2026, free for everybody, with two places on site unless told otherwise. */
  async event(
    columns: Columns = {},
    prices: Readonly<Record<string, number>> = { NON_MEMBER: 0 },
  ): Promise<GivenEvent> {
    const times = { starts_at: '2026-12-10T09:00:00Z', ends_at: '2026-12-10T16:00:00Z' };
    const event = await this.events.event({ ...times, capacity_on_site: 2, ...columns });
    for (const [audience, cents] of Object.entries(prices)) await this.events.price(event, audience, cents);
    return event;
  }

  /** Two places, with sign-up, from 10 to 11 o'clock UTC on the day of the event. */
  session(event: Row, columns: Columns = {}): Promise<Row> {
    const times = { starts_at: '2026-12-10T10:00:00Z', ends_at: '2026-12-10T11:00:00Z' };
    return this.events.session(event, { ...times, capacity: 2, signup_required: true, ...columns });
  }

  /** So many people at once. */
  async people(count: number): Promise<GivenPerson[]> {
    const people = Array.from({ length: count }, () => {
      const number = ++this.rows;
      return {
        id: newId('person'),
        name: `Deelnemer ${number}`,
        email: `deelnemer${number}@bestuur.example`,
        ...entered,
      };
    });
    await this.on.sql(
      'insert into person (id, name, email, entered_at) select id, name, email, entered_at from json_populate_recordset(null::person, $1)',
      [JSON.stringify(people)],
    );
    return people;
  }

  /** Registers through the graph, one after the other, and gives what came back. */
  async registrations(event: Row, people: readonly Row[], input: Columns = {}): Promise<GivenRegistered[]> {
    const registered: GivenRegistered[] = [];
    for (const person of people) registered.push(await this.register(event, person, input));
    return registered;
  }

  async register(event: Row, person: Row, input: Columns = {}): Promise<GivenRegistered> {
    const viewer = signedIn(person);
    const { registration } = await this.ask(viewer, REGISTER, { eventId: event.id, mode: 'ON_SITE', ...input });
    return { ...registration, viewer };
  }

  async signUp(session: Row, viewer: Viewer): Promise<GivenRegistered> {
    const { signup } = await this.ask(viewer, SIGN_UP, { sessionId: session.id });
    return { ...signup, viewer };
  }

  /** The payload of a mutation that is carried out; a refusal fails the test. */
  async ask(viewer: Viewer, mutation: string, input: object) {
    const { data, errors } = await this.on.as(viewer).run(mutation, { input });
    const payload = Object.values(data ?? {})[0] as Payload | undefined;
    if (errors || !payload || payload.userErrors.length > 0) throw new Error(JSON.stringify({ data, errors }));
    return payload;
  }

  /** States of an event's registrations in order of arrival. */
  async statesOf({ id }: Row, table = 'registration', column = 'event_id'): Promise<string[]> {
    const rows = await this.on.sql<{ state: string }>(
      `select state from ${table} where ${column} = $1 order by arrival`,
      [id],
    );
    return rows.map(({ state }) => state);
  }

  /** Subjects of the mails to this address, from A to Z: the clock of a test stands still. */
  async mailsTo({ email }: Pick<GivenPerson, 'email'>): Promise<string[]> {
    const rows = await this.on.sql<{ subject: string }>(
      'select subject from outbox_message where recipient = $1 order by subject',
      [email],
    );
    return rows.map(({ subject }) => subject);
  }
}

export interface GivenRegistered {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly waitingPosition: number | null;
  readonly ticketCode: string;
  readonly viewer: Viewer;
}

interface Payload {
  readonly userErrors: readonly unknown[];
  // what comes back is whatever the test asked for
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly [field: string]: any;
}

/** A registration or sign-up as its changes name it. */
export const seen = ({ id, version }: Pick<GivenRegistered, 'id' | 'version'>) => ({ id, expectedVersion: version });
