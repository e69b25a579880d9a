import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { MaterialAccess } from './session.enums.js';

@Entity('session_material')
export class SessionMaterialEntity extends StampedEntity {
  @Column('text', { name: 'session_id' }) sessionId!: string;
  @Column('text') title!: string;
  @Column('text') url!: string;
  @Column('text') access!: MaterialAccess;
}
