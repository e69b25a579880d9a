import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import type { GivenPerson } from './given.js';
import { type ReadEntry, readCalendar } from './ics.js';

export interface CalendarMail extends ReadEntry {
  readonly subject: string;
  readonly type: string;
  readonly method: unknown;
}

/** What mails do to the calendars of who gets them. */
export class KeptCalendars {
  private constructor(private readonly on: TestSubgraph) {}

  /** From now on mails keep what they carry, also once they are sent. */
  static async of(on: TestSubgraph): Promise<KeptCalendars> {
    await on.sql(`create function keep_attachments() returns trigger language plpgsql as $$
      begin new.attachments := old.attachments; return new; end $$`);
    await on.sql(`create trigger keep_attachments before update on outbox_message
      for each row execute function keep_attachments()`);
    return new KeptCalendars(on);
  }

  /** In any order: the clock of a test stands still. */
  async of({ email }: Pick<GivenPerson, 'email'>): Promise<CalendarMail[]> {
    const mails = await this.on.sql<{ subject: string; attachments: { type: string; content: string }[] }>(
      'select subject, attachments from outbox_message where recipient = $1',
      [email],
    );
    return mails.flatMap(({ subject, attachments }) =>
      attachments
        .filter(({ type }) => type.startsWith('text/calendar'))
        .map(({ type, content }) => {
          const { method, entries } = readCalendar(content);
          return { subject, type, method, ...entries[0]! };
        }),
    );
  }
}
