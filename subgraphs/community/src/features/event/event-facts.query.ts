import { DomainError, notFound } from '@lokaal/shared/errors';
import { type EntityManager, Not } from 'typeorm';
import { KnowledgeCircleEntity } from '../knowledge-circle/knowledge-circle.entity.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { EventEntity } from './event.entity.js';
import { EventSeriesCode, EventStatus } from './event.enums.js';

type Referring = Pick<EventEntity, 'organiserId' | 'circleId'>;

/** Refuses an organiser or a circle that does not exist. */
export async function requireReferents(tx: EntityManager, { organiserId, circleId }: Referring): Promise<void> {
  if (circleId !== null && !(await tx.existsBy(KnowledgeCircleEntity, { id: circleId })))
    throw notFound('Circle', ['circleId']);
  if (organiserId !== null && !(await tx.existsBy(OrganisationEntity, { id: organiserId })))
    throw notFound('Organisation', ['organiserId']);
}

const region = `select coalesce(
  (select reference_region from municipality where $1 = any (postal_codes) and valid_to is null and reference_region is not null limit 1),
  (select min(reference_region) from municipality where lower(name) = lower($2) and valid_to is null having count(*) = 1),
  (select reference_region from knowledge_circle where id = $3),
  (select reference_region from municipality join organisation on organisation.municipality_id = municipality.id
    where organisation.id = $4)) as region`;

type Somewhere = Pick<EventEntity, 'postalCode' | 'locality' | 'circleId' | 'organiserId'>;

/** The reference region of an event: that of its venue, else that of its circle, else that of its organiser. */
export async function regionOf(tx: EntityManager, event: Somewhere): Promise<string | null> {
  const { postalCode, locality, circleId, organiserId } = event;
  const asked = [postalCode, locality, circleId, organiserId];
  const rows = await tx.query<{ region: string | null }[]>(region, asked);
  return rows[0]!.region;
}

/** Series of which each edition is held once. The unique index has the same. */
const yearly = new Set([EventSeriesCode.MANAGE_IT, EventSeriesCode.SHOPT_IT, EventSeriesCode.CYBER_DAY]);

type Named = Pick<EventEntity, 'id' | 'series' | 'edition' | 'slug'>;

/**
 * Refuses an edition or a slug that another event has. The lock makes events that get their names at once wait for each
 * other; it ends with the transaction.
 */
export async function requireFreeNames(tx: EntityManager, { id, series, edition, slug }: Named): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('event names', 0))`);
  const other = { id: Not(id) };
  const sameEdition = { ...other, series, edition, status: Not(EventStatus.CANCELLED) };
  if (yearly.has(series) && (await tx.existsBy(EventEntity, sameEdition)))
    throw new DomainError('ALREADY_EXISTS', `There is an edition ${edition} of this series already.`, ['edition']);
  if (await tx.existsBy(EventEntity, { ...other, slug }))
    throw new DomainError('ALREADY_EXISTS', `Another event is called "${slug}" in its address.`, ['slug']);
}

const outside = `select count(*)::integer as count from event_session
  where event_id = $1 and status = 'SCHEDULED' and (starts_at < $2 or ends_at > $3)`;

/** Sessions that take place before the event begins or after it ends. */
export async function sessionsOutside(tx: EntityManager, { id, startsAt, endsAt }: EventEntity): Promise<number> {
  const rows = await tx.query<{ count: number }[]>(outside, [id, startsAt, endsAt]);
  return rows[0]!.count;
}
