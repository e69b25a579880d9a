import type { EntityManager } from 'typeorm';
import { EventEntity } from './event.entity.js';

/** Locks an event against every other change of it, of its programme and of who has a place at it. Others may still point to it. */
export const lockEvent = (tx: EntityManager, id: string): Promise<EventEntity | null> =>
  tx.findOne(EventEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
