import { Entity, PrimaryColumn } from 'typeorm';

@Entity('staff_role')
export class StaffRoleEntity {
  @PrimaryColumn('text', { name: 'person_id' }) personId!: string;
  @PrimaryColumn('text') role!: string;
}
