import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FocusProjectStatus } from './focus-project.enums.js';

@Entity('think_tank')
export class ThinkTankEntity extends StampedEntity {
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('date', { name: 'founded_on' }) foundedOn!: string;
}

@Entity('think_tank_member')
export class ThinkTankMemberEntity extends StampedEntity {
  @Column('text', { name: 'think_tank_id' }) thinkTankId!: string;
  /** Null after erasure: that somebody was a member stays. */
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('boolean') chairs!: boolean;
  @Column('date', { name: 'from_date' }) from!: string;
  /** First day on which it no longer holds. */
  @Column('date', { name: 'to_date', nullable: true }) to!: string | null;
}

/** A meeting is an event. */
@Entity('think_tank_meeting')
export class ThinkTankMeetingEntity {
  @PrimaryColumn('text', { name: 'think_tank_id' }) thinkTankId!: string;
  @PrimaryColumn('text', { name: 'event_id' }) eventId!: string;
}

@Entity('focus_project')
export class FocusProjectEntity extends StampedEntity {
  @Column('text', { name: 'think_tank_id' }) thinkTankId!: string;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('text') status!: FocusProjectStatus;
  @Column('text', { name: 'proposed_by_id', nullable: true }) proposedById!: string | null;
  @Column('date', { name: 'started_on', nullable: true }) startedOn!: string | null;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn!: string | null;
  @Column('text', { name: 'themes', array: true }) themeSlugs!: string[];
}
