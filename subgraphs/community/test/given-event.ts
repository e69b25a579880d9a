import { type IdPrefix, newId } from '@lokaal/shared/ids';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import type { Row } from './given.js';

type Columns = Readonly<Record<string, unknown>>;

export interface GivenEvent extends Row {
  readonly slug: string;
}

/** Rows of events and their programme; what a test does not name is invented. The tests' clock stands on 2 November 2026. */
export class GivenEvents {
  private rows = 0;

  constructor(private readonly on: TestSubgraph) {}

  /** A published congress with a day of its own in March 2027, from 8 to 16 o'clock UTC. */
  event(columns: Columns = {}): Promise<GivenEvent> {
    const edition = this.next();
    const row = {
      series: 'OTHER',
      edition,
      slug: `evenement-${edition}`,
      title: `Evenement ${edition}`,
      mode: 'ON_SITE',
      starts_at: '2027-03-09T08:00:00Z',
      ends_at: '2027-03-09T16:00:00Z',
      venue_name: columns['mode'] === 'ONLINE' ? null : 'De Factorij',
      status: 'PUBLISHED',
      ...columns,
    };
    const published = row.status === 'DRAFT' ? {} : { published_at: '2026-10-01T08:00:00Z' };
    const cancelled = row.status === 'CANCELLED' ? { cancellation_reason: 'Ziekte van de spreker' } : {};
    return this.insert('event', 'event', { ...published, ...cancelled, ...row });
  }

  draft(columns: Columns = {}): Promise<GivenEvent> {
    return this.event({ status: 'DRAFT', ...columns });
  }

  meeting(circle: Row, columns: Columns = {}): Promise<GivenEvent> {
    return this.event({ series: 'CIRCLE_MEETING', circle_id: circle.id, ...columns });
  }

  async price(event: Row, audience: string, cents: number): Promise<void> {
    await this.on.sql('insert into event_price (event_id, audience, price_cents) values ($1, $2, $3)', [
      event.id,
      audience,
      cents,
    ]);
  }

  question(event: Row, columns: Columns = {}): Promise<Row> {
    const position = this.next();
    const row = { event_id: event.id, position, label: `Vraag ${position}`, kind: 'TEXT' };
    return this.insert('event_question', 'eventquestion', { ...row, ...columns });
  }

  track(event: Row, columns: Columns = {}): Promise<Row> {
    const position = this.next();
    const row = { event_id: event.id, name: `Traject ${position}`, kind: 'TECHNICAL', position };
    return this.insert('track', 'track', { ...row, ...columns });
  }

  room(event: Row, columns: Columns = {}): Promise<Row> {
    const row = { event_id: event.id, name: `Zaal ${this.next()}`, capacity: 50 };
    return this.insert('room', 'room', { ...row, ...columns });
  }

  exhibitor(event: Row, organisation: Row, columns: Columns = {}): Promise<Row> {
    const row = { event_id: event.id, organisation_id: organisation.id, stand: `B${this.next()}` };
    return this.insert('exhibitor', 'exhibitor', { ...row, ...columns });
  }

  /** From 9 to 10 o'clock UTC on the day of the event, on a track of its own unless one is named. */
  async session(event: Row, columns: Columns = {}): Promise<Row> {
    const row = {
      event_id: event.id,
      track_id: columns['track_id'] ?? (await this.track(event)).id,
      title: `Sessie ${this.next()}`,
      starts_at: '2027-03-09T09:00:00Z',
      ends_at: '2027-03-09T10:00:00Z',
    };
    return this.insert('event_session', 'session', { ...row, ...columns });
  }

  async privateSession(event: Row, columns: Columns = {}): Promise<Row> {
    const { id } = await this.track(event, { kind: 'PRIVATE' });
    return this.session(event, { track_id: id, ...columns });
  }

  speaker(session: Row, columns: Columns = {}): Promise<Row> {
    const row = { session_id: session.id, name: 'Sofie Spreker', position: this.next() };
    return this.insert('session_speaker', 'speaker', { ...row, ...columns });
  }

  material(session: Row, columns: Columns = {}): Promise<Row> {
    const url = `https://bestanden.example/${this.next()}.pdf`;
    const row = { session_id: session.id, title: 'Presentatie', url, access: 'PUBLIC' };
    return this.insert('session_material', 'material', { ...row, ...columns });
  }

  invitation(session: Row, person: Row): Promise<Row> {
    return this.insert('session_invitation', 'invitation', { session_id: session.id, person_id: person.id });
  }

  private async insert<C extends Columns>(table: string, prefix: IdPrefix, columns: C): Promise<C & Row> {
    const row = { id: newId(prefix), ...columns };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join();
    await this.on.sql(`insert into ${table} (${names.join()}) values (${places})`, Object.values(row));
    return row;
  }

  private next(): number {
    this.rows += 1;
    return this.rows;
  }
}
