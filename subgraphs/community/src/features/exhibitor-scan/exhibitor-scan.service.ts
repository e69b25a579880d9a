import { organisationIds, type Viewer } from '@lokaal/shared/auth';
import type { Clock } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { doorsOpen } from '../check-in/check-in.policy.js';
import { EventEntity } from '../event/event.entity.js';
import { EventStatus } from '../event/event.enums.js';
import { ExhibitorEntity } from '../event/exhibitor.entity.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { readTicketCode } from '../registration/ticket-code.js';
import { ExhibitorScanEntity } from './exhibitor-scan.entity.js';
import type { ScanParticipantInput } from './exhibitor-scan.input.js';
import { takingPart } from '../waiting-list/registration-state.enums.js';

/** Keeps for a company who had their ticket scanned at its stand. */
export class ExhibitorScanService {
  constructor(private readonly dependencies: { readonly db: DataSource; readonly clock: Clock }) {}

  /** Answers with the id of the scan; a ticket that was scanned at the stand before gives that scan again. */
  scan(viewer: Viewer, { exhibitorId, ticketCode }: ScanParticipantInput): Promise<string> {
    const { db, clock } = this.dependencies;
    return inTransaction(db, async (tx) => {
      const exhibitor = await ownStand(tx, viewer, exhibitorId);
      const event = await tx.findOneByOrFail(EventEntity, { id: exhibitor.eventId });
      const refusal = refusalOfFair(event, clock.now());
      if (refusal) throw invalidState(refusal);
      const ticket = { ticketCode: readTicketCode(ticketCode)!, eventId: event.id, state: In([...takingPart]) };
      const participant = await tx.findOneBy(RegistrationEntity, ticket);
      if (!participant) throw notFound('A participant of this event with this code', ['ticketCode']);
      return keep(tx, {
        exhibitorId,
        registrationId: participant.id,
        scannedById: viewer.personId!,
        scannedAt: clock.now(),
      });
    });
  }
}

/** Throws a DomainError NOT_FOUND for the stands of others, as for what is no stand. */
async function ownStand(tx: EntityManager, viewer: Viewer, id: string): Promise<ExhibitorEntity> {
  const exhibitor = await tx.findOneBy(ExhibitorEntity, { id });
  if (!exhibitor || !organisationIds(viewer).includes(exhibitor.organisationId))
    throw notFound('A stand of your company', ['exhibitorId']);
  return exhibitor;
}

/** Codes are read while the fair is on, and not tried out before or afterwards. */
function refusalOfFair({ status, startsAt, endsAt }: EventEntity, now: Date): string | undefined {
  if (status !== EventStatus.PUBLISHED) return `Nobody comes to an event that is ${status}.`;
  if (now.getTime() < startsAt.getTime() - doorsOpen.event) return 'The doors are not open yet.';
  return now < endsAt ? undefined : 'The event is over.';
}

type Scan = Pick<ExhibitorScanEntity, 'exhibitorId' | 'registrationId' | 'scannedById' | 'scannedAt'>;

/** The unique constraint decides between two scanners at one stand. */
async function keep(tx: EntityManager, scan: Scan): Promise<string> {
  const row = { id: newId('scan'), ...scan };
  await tx.createQueryBuilder().insert().into(ExhibitorScanEntity).values(row).orIgnore().updateEntity(false).execute();
  const { exhibitorId, registrationId } = scan;
  return (await tx.findOneByOrFail(ExhibitorScanEntity, { exhibitorId, registrationId })).id;
}
