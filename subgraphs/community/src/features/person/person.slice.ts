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
  resolvers: (on) => [new PersonResolver(new PersonService(on))],
  personalData: [
    { table: 'staff_role', of: 'person_id = $1', shown: ['role'], erasure: 'delete' },
    {
      table: 'employment',
      of: 'person_id = $1',
      shown: ['organisation_id', 'function_title', 'roles', 'from_date', 'to_date', 'created_at', 'updated_at'],
      erasure: 'delete',
    },
    {
      table: 'person',
      of: 'id = $1',
      shown: [
        'id',
        'name',
        'email',
        'language',
        'consent_directory',
        'email_confirmed_at',
        'entered_at',
        'created_at',
        'updated_at',
      ],
      erasure: 'delete',
    },
  ],
};
