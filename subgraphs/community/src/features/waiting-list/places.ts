import { In, type EntityManager, type FindOptionsWhere, LessThanOrEqual, type QueryDeepPartialEntity } from 'typeorm';
import type { QueuedEntity } from './queued.entity.js';
import { RegistrationState } from './registration-state.enums.js';
import { offerExpiry, placesToOffer, type Standing } from './waiting-list.policy.js';

/** Places that people want: those of an event in one mode, or those of a session. */
export interface Places<Row extends QueuedEntity> {
  readonly entity: abstract new () => Row;
  /** Which rows are about them. */
  readonly where: FindOptionsWhere<Row>;
  /** Which of those who wait may get a place; the others go on waiting. All of them when not said. */
  readonly admitted?: FindOptionsWhere<Row>;
  /** Null: without limit. */
  readonly capacity: number | null;
  readonly startsAt: Date;
  readonly offerHours: number;
}

/** A transaction that holds the lock of the event, so that nobody else counts or gives places meanwhile. */
export interface Turn {
  readonly tx: EntityManager;
  readonly now: Date;
}

interface Counted extends Standing {
  /** Order of arrival of who comes next. */
  readonly nextArrival: string;
}

/** SQL of how things stand among the rows `one` about the same places, without the capacity. */
export const standingColumns = `count(*) filter (where holds_place(one.state))::int as taken,
  count(*) filter (where one.state = 'WAITLISTED')::int as waiting,
  (coalesce(max(one.arrival), 0) + 1)::text as "nextArrival"`;

/** How things stand; true until the turn ends. */
export async function standingOf<Row extends QueuedEntity>({ tx }: Turn, places: Places<Row>): Promise<Counted> {
  const counted = await tx
    .createQueryBuilder(places.entity, 'one')
    .select(standingColumns)
    .where(places.where)
    .getRawOne<Omit<Counted, 'capacity'>>();
  return { ...counted!, capacity: places.capacity };
}

/** Offers the places that are free to who waits longest. Answers with those who were offered one; each is to be told. */
export async function offerNext<Row extends QueuedEntity>(turn: Turn, places: Places<Row>): Promise<Row[]> {
  const offerExpiresAt = offerExpiry({ now: turn.now, ...places });
  if (!offerExpiresAt) return [];
  const free = placesToOffer(await standingOf(turn, places));
  if (free === 0) return [];
  const rows = await turn.tx.find(places.entity, {
    where: { ...places.where, ...places.admitted, state: RegistrationState.WAITLISTED } as FindOptionsWhere<Row>,
    order: { arrival: 'ASC' } as never,
    take: free,
  });
  const offer = { state: RegistrationState.OFFERED, offeredAt: turn.now, offerExpiresAt };
  return changeAll(turn, { entity: places.entity, rows, change: offer });
}

/** Ends the offers that nobody accepted in time. Answers with those who lost one; each is to be told. */
export async function expireOffers<Row extends QueuedEntity>(turn: Turn, places: Places<Row>): Promise<Row[]> {
  const { entity, where } = places;
  const due = { ...where, state: RegistrationState.OFFERED, offerExpiresAt: LessThanOrEqual(turn.now) };
  const rows = await turn.tx.findBy(entity, due);
  return changeAll(turn, { entity, rows, change: { state: RegistrationState.OFFER_EXPIRED } });
}

interface Change<Row extends QueuedEntity> {
  readonly entity: Places<Row>['entity'];
  readonly rows: readonly Row[];
  readonly change: Partial<QueuedEntity>;
}

/** Writes the same change to all rows and answers with them as they are now. */
export async function changeAll<Row extends QueuedEntity>(
  { tx }: Turn,
  { entity, rows, change }: Change<Row>,
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const wanted = { id: In(rows.map(({ id }) => id)) } as FindOptionsWhere<Row>;
  await tx.update(entity, wanted, change as QueryDeepPartialEntity<Row>);
  return rows.map((row) => Object.assign(row, change));
}
