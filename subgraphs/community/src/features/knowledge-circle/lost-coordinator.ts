import { type EntityManager, In } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { dismissed } from './coordinator-mails.js';
import { tellOfCoordinator } from './coordinator-news.js';
import { CircleCoordinatorEntity, KnowledgeCircleEntity } from './knowledge-circle.entity.js';

/** Of a person who is erased: the circle is told that a coordinator leaves, without a name. Staff are told of who has none left. */
export const tellOfLostCoordinator =
  ({ clock }: Pick<SliceDependencies, 'clock'>) =>
  async (tx: EntityManager, personId: string): Promise<void> => {
    const led = await tx.findBy(CircleCoordinatorEntity, { personId });
    const circles = await tx.findBy(KnowledgeCircleEntity, { id: In(led.map(({ circleId }) => circleId)) });
    const nameless = { id: personId, name: '', consentDirectory: false };
    const news = { person: nameless, now: clock.now(), byId: personId };
    for (const circle of circles) await tellOfCoordinator(tx, dismissed, { ...news, circle });
  };
