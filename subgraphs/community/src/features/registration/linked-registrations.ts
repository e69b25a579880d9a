import { anonymous } from '@lokaal/shared/auth';
import { DomainError } from '@lokaal/shared/errors';
import type { DataSource } from 'typeorm';
import type { Language } from '../person/language.js';
import type { RegistrationChangeService } from './registration-change.service.js';
import type { RegistrationLinks } from './registration-links.js';
import { RegistrationEntity } from './registration.entity.js';

/** What can be done with the link of a mail. */
export type LinkedAct = 'acceptOffer' | 'declineOffer' | 'cancel';

/** What a page tells of a registration. */
export interface LinkedRegistration {
  readonly language: Language;
  /** Of the event. */
  readonly title: string;
}

const statement = `select person.language, event.title from registration
  join person on person.id = registration.person_id join event on event.id = registration.event_id where registration.id = $1`;

/** Registrations as who has the link of a mail gets at them: that person's own rights, for this registration alone. */
export class LinkedRegistrations {
  constructor(
    private readonly db: DataSource,
    private readonly links: RegistrationLinks,
    private readonly changes: Pick<RegistrationChangeService, LinkedAct>,
  ) {}

  /** Undefined when the link is none of ours, or the person is gone. */
  async find(token: string): Promise<LinkedRegistration | undefined> {
    const id = this.links.registrationOf(token);
    const [row] = id === undefined ? [] : await this.db.query<LinkedRegistration[]>(statement, [id]);
    return row;
  }

  /** Whether it was done: an offer may be over, and an event may have begun. */
  async act(act: LinkedAct, token: string): Promise<boolean> {
    const id = this.links.registrationOf(token);
    const registration = id === undefined ? null : await this.db.manager.findOneBy(RegistrationEntity, { id });
    if (!registration?.personId) return false;
    const viewer = { ...anonymous, personId: registration.personId };
    try {
      await this.changes[act](viewer, { id: registration.id, expectedVersion: registration.version });
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}
