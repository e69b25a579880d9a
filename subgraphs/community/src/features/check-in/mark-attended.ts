import { badInput, invalidState, notFound } from '@lokaal/shared/errors';
import { In } from 'typeorm';
import type { EventTurn } from '../event/event-follower.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';

const { CONFIRMED, ATTENDED, NO_SHOW } = RegistrationState;
const hadPlace: ReadonlySet<RegistrationState> = new Set([CONFIRMED, ATTENDED, NO_SHOW]);

/** Notes as present all of these, or none. Answers with how many were not noted as present before. */
export async function markAttended({ tx, event, now }: EventTurn, ids: readonly string[]): Promise<number> {
  if (now < event.startsAt) throw invalidState('The event has not begun: nobody is present yet.');
  const found = await tx.findBy(RegistrationEntity, { id: In([...ids]), eventId: event.id });
  const byId = new Map(found.map((one) => [one.id, one]));
  for (const [index, id] of ids.entries()) {
    const field = ['registrationIds', String(index)];
    const registration = byId.get(id);
    if (!registration) throw notFound('A registration for this event', field);
    if (!hadPlace.has(registration.state))
      throw badInput(`Only who had a place was there: this registration is ${registration.state}.`, field);
  }
  const absent = found.filter(({ state }) => state !== ATTENDED);
  for (const { id, checkedInAt } of absent)
    await tx.update(RegistrationEntity, id, { state: ATTENDED, checkedInAt: checkedInAt ?? now });
  return absent.length;
}
