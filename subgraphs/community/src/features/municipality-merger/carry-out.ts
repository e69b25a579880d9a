import { refuseDuplicates } from '@lokaal/shared/database';
import type { EntityManager } from 'typeorm';
import type { CalendarTurn } from '../calendar/calendar-attachment.js';
import { refreshCohorts } from '../cohort/refresh-cohorts.js';
import type { PassedOn } from '../membership/pass-on-membership.js';
import { carryOverCircles, planCircles } from './carry-over-circles.js';
import { carryOverEmployments, carryOverMemberships } from './carry-over.js';
import { idsOf, mergeOrganisations, moveOthers } from './merge-organisations.js';
import { mergeTerritory } from './merge-territory.js';
import { type Asked, lockMerger, type Merger } from './merger.js';
import { tellMerged } from './tell-merged.js';

export const refuseSecondMerger = refuseDuplicates({
  municipality_nis_key: 'Another municipality has or had this NIS code.',
  municipality_pkey: 'Another municipality has or had this NIS code.',
  organisation_enterprise_number_key: 'There is an organisation with this enterprise number already.',
  planned_merger_one_of_code: 'A planned merger has this NIS code already.',
  planned_merger_part_once: 'One of them is in a planned merger already.',
});

/** Carries out a merger, or nothing of it: in one transaction. Answers with the id of the municipality after it. */
export async function carryOut(tx: EntityManager, merger: Merger): Promise<string> {
  const { now } = merger;
  const circles = await planCircles(tx, merger);
  await mergeTerritory(tx, merger);
  const heirs = await mergeOrganisations(tx, merger);
  await moveOthers(tx, merger, heirs);
  for (const heir of heirs) await carryOverEmployments(tx, heir, merger.on);
  await carryOverCircles(tx, merger, { ...circles, heirs });
  const accessions: PassedOn[] = [];
  for (const heir of heirs) accessions.push(...(await carryOverMemberships(tx, heir, merger)));
  await refreshCohorts(tx, now);
  await tellMerged(tx, merger, { heirIds: idsOf(heirs), accessions, circleId: circles.circleId });
  return merger.successorId;
}

class Rehearsed extends Error {}

/** Does all of it and takes it back: whatever is against a merger is found now, also what only the database knows. */
export async function rehearse(tx: EntityManager, asked: Asked, turn: CalendarTurn): Promise<Merger> {
  const merger = await lockMerger(tx, asked, turn);
  try {
    await tx.transaction(async (part) => {
      await carryOut(part, merger);
      // what would be checked when it commits
      await part.query('set constraints all immediate');
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return merger;
}
