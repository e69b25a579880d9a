import type { Viewer } from '@lokaal/shared/auth';
import { inTransaction, lockVersion } from '@lokaal/shared/database';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { currentWording, writeDecision } from '../consent/consent-history.js';
import { ConsentDecision, ConsentPurpose } from '../consent/consent.enums.js';
import { oneself } from '../consent/consent.policy.js';
import { PersonEntity } from './person.entity.js';
import type { UpdateMyProfileInput } from './person.input.js';

export class PersonService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  /** Changes the viewer's own profile and answers with the person's id; whoever calls made sure that somebody is signed in. */
  updateMyProfile(viewer: Viewer, { expectedVersion, ...changes }: UpdateMyProfileInput): Promise<string> {
    return inTransaction(this.on.db, async (tx) => {
      const person = await lockVersion(tx, PersonEntity, viewer.personId!, expectedVersion);
      await tx.save(PersonEntity, Object.assign(person, changes));
      if (changes.consentDirectory !== undefined) await this.writeConsent(tx, viewer, person);
      return person.id;
    });
  }

  private async writeConsent(tx: EntityManager, viewer: Viewer, person: PersonEntity): Promise<void> {
    const purpose = ConsentPurpose.DIRECTORY;
    const given = person.consentDirectory;
    const decision = given ? ConsentDecision.GIVEN : ConsentDecision.WITHDRAWN;
    const wordingId = given ? (await currentWording(tx, purpose, person.language)).id : null;
    await writeDecision(tx, { ...oneself(viewer), purpose, decision, wordingId, now: this.on.clock.now() });
  }
}
