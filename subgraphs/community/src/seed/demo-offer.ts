import { hash } from 'node:crypto';
import { demoAccounts } from '@lokaal/shared/demo';
import { seededId, type SeedRow } from '@lokaal/shared/seeding';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const demoTicketCode = (key: string): string =>
  Array.from(hash('sha256', `ticket:${key}`, 'buffer').subarray(0, 24), (byte) => digits[byte & 31]).join('');

/** An event, and who registered for it, in order of arrival. */
interface Registered {
  readonly event: { readonly id: string; readonly startsAt: string; readonly isOver: boolean };
  readonly rows: readonly SeedRow[];
}

const shown = demoAccounts[0]!.personId;

const isWaiting = ({ state }: SeedRow): boolean => state === 'WAITLISTED';

/** At one full event somebody left, and the place is offered until it begins to the first account, so that there is one to accept. */
export function offerToShown<Kept extends Registered>(all: readonly Kept[], lastDay: string): Kept[] {
  const chosen = all.find(
    ({ event, rows }) => !event.isOver && rows.some(isWaiting) && rows.every((row) => row['person_id'] !== shown),
  );
  return all.map((one) => (one === chosen ? { ...one, rows: withOffer(one, lastDay) } : one));
}

function withOffer({ event, rows }: Registered, lastDay: string): SeedRow[] {
  const at = `${lastDay}T16:00:00Z`;
  const first = rows.find(isWaiting);
  const leaver = rows.findLast(({ state, mode }) => state === 'CONFIRMED' && mode === first?.['mode']);
  const key = `${event.id}:${shown}`;
  const offer = {
    id: seededId('registration', key),
    person_id: shown,
    ticket_code: demoTicketCode(key),
    state: 'OFFERED',
    offered_at: at,
    offer_expires_at: event.startsAt,
  };
  return rows.map((row) => {
    if (row === leaver) return { ...row, state: 'CANCELLED', cancelled_at: at };
    return row === first ? { ...row, ...offer } : row;
  });
}
