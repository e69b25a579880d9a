import type { Viewer } from '@lokaal/shared/auth';
import { inTransaction, lockVersion } from '@lokaal/shared/database';
import type { DataSource } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import type { UpdateMyProfileInput } from './person.input.js';

export class PersonService {
  constructor(private readonly db: DataSource) {}

  /** Changes the viewer's own profile and answers with the person's id; whoever calls made sure that somebody is signed in. */
  updateMyProfile(viewer: Viewer, { expectedVersion, ...changes }: UpdateMyProfileInput): Promise<string> {
    return inTransaction(this.db, async (tx) => {
      const person = await lockVersion(tx, PersonEntity, viewer.personId!, expectedVersion);
      await tx.save(PersonEntity, Object.assign(person, changes));
      return person.id;
    });
  }
}
