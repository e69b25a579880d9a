import { newId } from '@lokaal/shared/ids';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import { newTicketCode } from '../src/features/registration/ticket-code.js';
import type { GivenPerson, Row } from './given.js';
import { GivenTrainings } from './given-training.js';

type Columns = Readonly<Record<string, unknown>>;

export const ISSUE = `mutation ($input: IssueCertificatesInput!) { issueCertificates(input: $input) {
  issued earlier tooFewSessions event { id } userErrors { code field message } } }`;
export const REVOKE = `mutation ($input: RevokeCertificateInput!) { revokeCertificate(input: $input) {
  certificate { id version valid revokedAt revocationReason } userErrors { code field message } } }`;
export const VERIFY = `query ($code: String!) { certificate(code: $code) { code name title hours startsOn endsOn valid } }`;

/** People who attended, and what they got for it. The tests' clock stands on 2 November 2026. */
export class GivenCertificates {
  readonly trainings: GivenTrainings;
  private arrivals = 0;

  constructor(private readonly on: TestSubgraph) {
    this.trainings = new GivenTrainings(on);
  }

  /** A congress of one day in October 2026, of 6 hours. */
  past(columns: Columns = {}): Promise<Row> {
    const times = { starts_at: '2026-10-06T07:00:00Z', ends_at: '2026-10-06T15:00:00Z' };
    return this.trainings.events.event({ title: 'Kennisdag NIS2', certificate_hours: 6, ...times, ...columns });
  }

  async attended(event: Row, person: Row, columns: Columns = {}): Promise<Row> {
    const row = {
      id: newId('registration'),
      event_id: event.id,
      person_id: person.id,
      mode: 'ON_SITE',
      state: 'ATTENDED',
      checked_in_at: '2026-10-06T07:05:00Z',
      audience: 'NON_MEMBER',
      price_cents: 0,
      ticket_code: newTicketCode(),
      arrival: ++this.arrivals,
      ...columns,
    };
    return this.insert('registration', row);
  }

  async attendedSession(registration: Row, session: Row): Promise<void> {
    const row = { registration_id: registration.id, session_id: session.id, arrival: ++this.arrivals };
    await this.insert('session_signup', {
      id: newId('signup'),
      state: 'ATTENDED',
      checked_in_at: '2026-10-06T08:00:00Z',
      ...row,
    });
  }

  /** Issued to a person who attended a congress of her own. */
  async certificate(person: GivenPerson, columns: Columns = {}): Promise<Row & { readonly code: string }> {
    const event = await this.past();
    const registration = await this.attended(event, person);
    const row = {
      id: newId('certificate'),
      code: `ZEST-${String(++this.arrivals).padStart(4, '0')}-AAAA-AAAA-AAAA-AAAA-AAAA`,
      registration_id: registration.id,
      event_id: event.id,
      person_id: person.id,
      holder_name: person.name,
      language: 'NL',
      title: 'Kennisdag NIS2',
      hours: 6,
      starts_on: '2026-10-06',
      ends_on: '2026-10-06',
      issued_at: '2026-10-07T08:00:00Z',
      ...columns,
    };
    return this.insert('certificate', row);
  }

  private async insert<C extends Row & Columns>(table: string, row: C): Promise<C> {
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join();
    await this.on.sql(`insert into ${table} (${names.join()}) values (${places})`, Object.values(row));
    return row;
  }
}
