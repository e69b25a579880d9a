import { type IdPrefix, newId } from '@lokaal/shared/ids';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import type { Row } from './given.js';
import { GivenEvents } from './given-event.js';

type Columns = Readonly<Record<string, unknown>>;

interface GivenSession extends Row {
  readonly event: Row;
}

/** Trainings and their sessions; what a test does not name is invented. */
export class GivenTrainings {
  readonly events: GivenEvents;
  private rows = 0;

  constructor(private readonly on: TestSubgraph) {
    this.events = new GivenEvents(on);
  }

  training(columns: Columns = {}): Promise<Row> {
    const row = { title: `Opleiding ${++this.rows}`, description: 'Leren wat nodig is.', hours: 6 };
    return this.insert('training', 'training', { ...row, ...columns });
  }

  async prerequisite(training: Row, earlier: Row): Promise<void> {
    await this.on.sql('insert into training_prerequisite values ($1, $2)', [training.id, earlier.id]);
  }

  /** A training as it is held: columns are those of its event. */
  async session(training: Row, columns: Columns = {}): Promise<GivenSession> {
    return this.heldAs(training, await this.events.event({ certificate_hours: 6, ...columns }));
  }

  async heldAs(training: Row, event: Row, columns: Columns = {}): Promise<GivenSession> {
    const [times] = await this.on.sql<Columns>('select starts_at, ends_at from event where id = $1', [event.id]);
    const row = { training_id: training.id, event_id: event.id, ...times, ...columns };
    return { ...(await this.insert('training_session', 'trainingsession', row)), event };
  }

  private async insert(table: string, prefix: IdPrefix, columns: Columns): Promise<Row> {
    const row = { id: newId(prefix), ...columns };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join();
    await this.on.sql(`insert into ${table} (${names.join()}) values (${places})`, Object.values(row));
    return { id: row.id };
  }
}
