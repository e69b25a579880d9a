import { type EntityManager, type EntityTarget, type FindOptionsWhere, MoreThan, type ObjectLiteral } from 'typeorm';
import { rateLimited } from '../errors/index.js';

/** What is counted: rows of a table that tell when something was done. */
export interface Done<Row extends ObjectLiteral> {
  readonly of: EntityTarget<Row>;
  readonly where: FindOptionsWhere<Row>;
  /** The property that tells when. */
  readonly when: keyof Row & string;
  readonly now: Date;
}

export interface FloodLimit {
  readonly most: number;
  /** Milliseconds until now. */
  readonly within: number;
  /** What whoever comes beyond it can do. */
  readonly refusal: string;
}

/**
 * Throws a DomainError RATE_LIMITED, with the time after which it may be done again, when it was done as often as it may be.
 * Requests at once count right under a lock that the caller takes.
 */
export async function refuseFlood<Row extends ObjectLiteral>(
  manager: EntityManager,
  { of, where, when, now }: Done<Row>,
  { most, within, refusal }: FloodLimit,
): Promise<void> {
  const [first] = await manager.find(of, {
    where: { ...where, [when]: MoreThan(new Date(now.getTime() - within)) },
    order: { [when]: 'DESC' } as never,
    skip: most - 1,
    take: 1,
  });
  if (first) throw rateLimited(refusal, (first[when] as Date).getTime() + within - now.getTime());
}
