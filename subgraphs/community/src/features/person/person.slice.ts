import type { Slice } from '../../slice.js';
import { EmploymentEntity } from './employment.entity.js';
import { employmentReads } from './employment.reads.js';
import { PersonEntity } from './person.entity.js';
import { personReads } from './person.reads.js';
import { PersonResolver } from './person.resolver.js';
import { PersonService } from './person.service.js';
import { StaffRoleEntity } from './staff-role.entity.js';

export const personSlice: Slice = {
  entities: [PersonEntity, EmploymentEntity, StaffRoleEntity],
  models: [personReads, employmentReads],
  resolvers: ({ db }) => [new PersonResolver(new PersonService(db))],
};
