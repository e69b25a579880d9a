import { addDays, dayOf } from '@lokaal/shared/config';
import { DomainError } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { idsOf, mergingOf } from './merge-organisations.js';
import type { Merger } from './merger.js';

/** So long is who is concerned told of a merger before it opens what each kept to itself to the people of the others. */
const noticeDays = 14;

/** A merger has its first day in law, and takes effect here once those who are told now had time to object. */
export function takesEffectOn(on: string, now: Date): string {
  const first = addDays(dayOf(now), noticeDays);
  return on > first ? on : first;
}

const holders = `select o.municipality_id as id from employment e join organisation o on o.id = organisation_id
  where organisation_id = any($1) and roles <> '{}' and (to_date is null or to_date > greatest($2, from_date)) limit 1`;

/** Only what concerns nobody is merged at once: elsewhere people could read others' records before anybody knew. */
export async function refuseUnannounced(tx: EntityManager, { asked, all, organisations, now }: Merger): Promise<void> {
  const [held] = await tx.query<{ id: string }[]>(holders, [idsOf(mergingOf(organisations)), dayOf(now)]);
  if (!held) return;
  const { nis, name } = all.find(({ id }) => id === held.id)!;
  const index = asked.municipalities.findIndex((one) => one.nis === nis);
  throw new DomainError(
    'INVALID_STATE',
    `People hold roles in ${name}: plan the merger with the same input (planMunicipalityMerger). They are told now, and it takes effect on ${takesEffectOn(asked.on, now)}, with ${asked.on} as its first day.`,
    ['municipalities', String(index), 'nis'],
  );
}
