import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { badInput, forbidden, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { SliceDependencies } from '../../slice.js';
import { tellPeople } from '../waiting-list/tell-people.js';
import type { EventTurn } from '../event/event-follower.js';
import type { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { type Attendee, attendeesOf, titleOf } from './attendees.query.js';
import { newCertificateCode } from './certificate-code.js';
import { CertificateEntity } from './certificate.entity.js';
import type { IssueCertificatesInput } from './certificate.input.js';
import { issuedMail } from './certificate-mails.js';
import { mayCertify, type Outcome, outcomeFor, refusalOfIssuing } from './certificate.policy.js';

export interface Issued {
  readonly event: string;
  readonly issued: number;
  readonly earlier: number;
  readonly tooFewSessions: number;
}

/** Hands out certificates, while the event is locked: called twice at once, the second call finds what the first one did. */
export class CertificateIssueService {
  constructor(
    private readonly turnstile: EventTurnstile,
    private readonly on: Pick<SliceDependencies, 'publicUrl'>,
  ) {}

  issue(viewer: Viewer, { eventId, registrationIds }: IssueCertificatesInput): Promise<Issued> {
    if (!mayCertify(viewer)) throw forbidden('Only staff of the association issue certificates.');
    return this.turnstile.pass(eventId, async (turn) => {
      const refusal = refusalOfIssuing(turn.event, turn.now);
      if (refusal) throw invalidState(refusal);
      const attendees = await attendeesOf(turn, registrationIds ?? null);
      if (registrationIds && attendees.length < registrationIds.length)
        throw badInput('Name registrations of people who attended this event.', ['registrationIds']);
      const isNamed = registrationIds != null;
      const having = (outcome: Outcome) => attendees.filter((one) => outcomeFor(one, isNamed) === outcome);
      const due = having('ISSUED');
      await this.write(turn, viewer, due);
      const [earlier, tooFew] = [having('EARLIER'), having('TOO_FEW_SESSIONS')];
      return { event: eventId, issued: due.length, earlier: earlier.length, tooFewSessions: tooFew.length };
    });
  }

  private async write(turn: EventTurn, viewer: Viewer, attendees: readonly Attendee[]): Promise<void> {
    if (attendees.length === 0) return;
    const what = await titleOf(turn);
    const certificates = attendees.map((one) => certificateFor(turn, one, { ...what, issuedById: viewer.personId! }));
    await turn.tx.insert(CertificateEntity, certificates);
    await tellPeople(
      turn,
      certificates.map(({ personId, title, code }) => ({
        personId,
        write: (to) => issuedMail(to, { title, url: `${this.on.publicUrl}/certificates/${code}` }),
      })),
    );
  }
}

type Shared = Pick<CertificateEntity, 'title' | 'trainingId' | 'issuedById'>;

const certificateFor = (
  { event, now }: EventTurn,
  { registrationId, personId, name, language }: Attendee,
  shared: Shared,
) => ({
  id: newId('certificate'),
  code: newCertificateCode(),
  registrationId,
  eventId: event.id,
  personId,
  holderName: name,
  language,
  hours: event.certificateHours!,
  startsOn: dayOf(event.startsAt),
  // what ends at midnight took no further day
  endsOn: dayOf(new Date(event.endsAt.getTime() - 1)),
  issuedAt: now,
  ...shared,
});
