import type { Viewer } from '@lokaal/shared/auth';
import { inTransaction } from '@lokaal/shared/database';
import { DomainError, notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { namedPerson } from '../person/named-person.query.js';
import { PersonEntity } from '../person/person.entity.js';
import { currentWording, type Decision, writeDecision } from './consent-history.js';
import { ConsentWordingEntity } from './consent-wording.entity.js';
import { ConsentDecision } from './consent.enums.js';
import type { GiveConsentInput, WithdrawConsentInput } from './consent.input.js';
import { deciderOf } from './consent.policy.js';

/**
 * What people agree to. A decision depends on no version and may be sent again: withdrawing must be as easy as giving
 * (GDPR art. 7.3).
 */
export class ConsentService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  /** Throws a DomainError INVALID_STATE when there is a newer text than the one that was read. */
  give(viewer: Viewer, { wordingId, ...asked }: GiveConsentInput): Promise<string> {
    const decider = deciderOf(viewer, asked);
    return inTransaction(this.on.db, async (tx) => {
      const { purpose } = await requireCurrent(tx, wordingId);
      return this.decide(tx, viewer, { ...decider, purpose, decision: ConsentDecision.GIVEN, wordingId });
    });
  }

  withdraw(viewer: Viewer, { purpose, ...asked }: WithdrawConsentInput): Promise<string> {
    const decider = deciderOf(viewer, asked);
    const decision = ConsentDecision.WITHDRAWN;
    return inTransaction(this.on.db, (tx) =>
      this.decide(tx, viewer, { ...decider, purpose, decision, wordingId: null }),
    );
  }

  private async decide(tx: EntityManager, viewer: Viewer, decided: Omit<Decision, 'now'>): Promise<string> {
    const { personId, decision } = decided;
    const now = this.on.clock.now();
    const person = await namedPerson(tx, { viewer, now }, { id: personId, lock: 'for_no_key_update' });
    await writeDecision(tx, { ...decided, now });
    person.consentDirectory = decision === ConsentDecision.GIVEN;
    await tx.save(PersonEntity, person);
    return personId;
  }
}

async function requireCurrent(tx: EntityManager, id: string): Promise<ConsentWordingEntity> {
  const wording = await tx.findOneBy(ConsentWordingEntity, { id });
  if (!wording) throw notFound('Consent wording', ['wordingId']);
  const current = await currentWording(tx, wording.purpose, wording.language);
  if (current.id !== id)
    throw new DomainError('INVALID_STATE', 'There is a newer text: read that one first.', ['wordingId']);
  return wording;
}
