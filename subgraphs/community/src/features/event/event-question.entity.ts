import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { QuestionKind } from './event.enums.js';

@Entity('event_question')
export class EventQuestionEntity extends StampedEntity {
  @Column('text', { name: 'event_id' }) eventId!: string;
  @Column('integer') position!: number;
  @Column('text') label!: string;
  @Column('text') kind!: QuestionKind;
  /** What can be chosen; empty unless it is a CHOICE. */
  @Column('text', { array: true }) options!: string[];
  @Column('boolean') required!: boolean;
}
