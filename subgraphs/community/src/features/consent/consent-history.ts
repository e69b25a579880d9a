import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { PersonEntity } from '../person/person.entity.js';
import { ConsentWordingEntity } from './consent-wording.entity.js';
import { ConsentEntity } from './consent.entity.js';
import { ConsentDecision, ConsentPurpose } from './consent.enums.js';
import type { Decider } from './consent.policy.js';

export interface Decision extends Decider {
  readonly purpose: ConsentPurpose;
  readonly decision: ConsentDecision;
  /** Null when consent is withdrawn. */
  readonly wordingId: string | null;
  readonly now: Date;
}

/**
 * Writes a decision down, unless it is what the person decided last: saying it twice is no second decision. Run it with
 * the person's row locked; what follows from it (`person.consentDirectory`) is written in the same transaction, or
 * PostgreSQL refuses to commit.
 */
export async function writeDecision(tx: EntityManager, { now, ...decided }: Decision): Promise<void> {
  const { personId, purpose, decision, wordingId } = decided;
  const [last] = await tx.query<Pick<Decision, 'decision' | 'wordingId'>[]>(
    `select decision, wording_id as "wordingId" from consent where person_id = $1 and purpose = $2
      order by position desc limit 1`,
    [personId, purpose],
  );
  const before = last ?? { decision: ConsentDecision.WITHDRAWN, wordingId: null };
  if (before.decision === decision && before.wordingId === wordingId) return;
  await tx.insert(ConsentEntity, { ...decided, id: newId('consent'), decidedAt: now });
}

/** The text to show now. */
export const currentWording = (
  tx: EntityManager,
  purpose: ConsentPurpose,
  language: PersonEntity['language'],
): Promise<ConsentWordingEntity> =>
  tx.findOneOrFail(ConsentWordingEntity, { where: { purpose, language }, order: { revision: 'DESC' } });
