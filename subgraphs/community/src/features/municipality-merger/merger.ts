import { requireVersion } from '@lokaal/shared/database';
import { DomainError, invalidState, notFound } from '@lokaal/shared/errors';
import { seededId } from '@lokaal/shared/seeding';
import { type EntityManager, In } from 'typeorm';
import type { CalendarTurn } from '../calendar/calendar-attachment.js';
import { MunicipalityEntity } from '../municipality/municipality.entity.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';
import { requireRegion } from '../reference-region/known-region.js';
import type { MergeMunicipalitiesInput, MergingMunicipalityInput } from './municipality-merger.input.js';
import { requireMergeable, requireOwnProvince } from './municipality-merger.policy.js';

/** What is asked for today, or was planned for a day that came. */
export interface Asked extends Pick<MergeMunicipalitiesInput, 'on' | 'successor' | 'circleId'> {
  readonly municipalities: readonly Wanted[];
  /** The plan that is carried out. */
  readonly planId?: string;
}

/** A municipality, as somebody has seen it: a plan takes it as it is. */
type Wanted = Pick<MergingMunicipalityInput, 'nis'> & Partial<Pick<MergingMunicipalityInput, 'expectedVersion'>>;

/** A merger that may be carried out; its municipalities and their organisations are locked. */
export interface Merger extends CalendarTurn {
  readonly asked: Asked;
  readonly on: string;
  /** All municipalities that merge, the surviving one too. */
  readonly all: readonly MunicipalityEntity[];
  /** Those that end. */
  readonly ending: readonly MunicipalityEntity[];
  readonly survivor: MunicipalityEntity | undefined;
  /** The same id that reference data would give it: a later release may know this municipality. */
  readonly successorId: string;
  /** Organisations of today on all of these territories. */
  readonly organisations: readonly OrganisationEntity[];
}

/**
 * Locks what merges. One merger after the other, also those of other municipalities: each finds what the one before it did,
 * and none holds authorities while another one puts all of them into cohorts.
 */
export async function lockMerger(tx: EntityManager, asked: Asked, turn: CalendarTurn): Promise<Merger> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('lokaal:mergers', 0))`);
  const { on, successor, municipalities } = asked;
  const all = await lockMunicipalities(tx, municipalities);
  requireMergeable(all, on);
  await requireUnplanned(tx, all, asked.planId);
  await requireRegion(tx, successor.referenceRegion, ['successor', 'referenceRegion']);
  requireOwnProvince(all, successor.nis);
  const survivor = all.find(({ nis }) => nis === successor.nis);
  if (!survivor && (await tx.existsBy(MunicipalityEntity, { nis: successor.nis })))
    throw new DomainError('ALREADY_EXISTS', 'Another municipality has or had this NIS code.', ['successor', 'nis']);
  const organisations = await tx.find(OrganisationEntity, {
    where: { municipalityId: In(all.map(({ id }) => id)), status: OrganisationStatus.ACTIVE },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const ending = all.filter((one) => one !== survivor);
  const successorId = survivor?.id ?? seededId('municipality', successor.nis);
  return { ...turn, asked, on, all, ending, survivor, successorId, organisations };
}

/** What is planned is withdrawn first: else it would fail on its day. */
async function requireUnplanned(tx: EntityManager, all: readonly MunicipalityEntity[], planId: string | undefined) {
  const [planned] = await tx.query<{ name: string; day: string }[]>(
    `select municipality.name, on_date::text as day from planned_merger_part as part
      join planned_merger as plan on plan.id = planned_merger_id join municipality on municipality.id = municipality_id
      where part.is_planned and municipality_id = any($1) and plan.id is distinct from $2 limit 1`,
    [all.map(({ id }) => id), planId],
  );
  if (planned)
    throw invalidState(
      `${planned.name} merges on ${planned.day}, as planned: withdraw that first (withdrawPlannedMerger).`,
    );
}

async function lockMunicipalities(tx: EntityManager, wanted: readonly Wanted[]) {
  const found = await tx.find(MunicipalityEntity, {
    where: { nis: In(wanted.map(({ nis }) => nis)) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  wanted.forEach(({ nis, expectedVersion }, index) => {
    const one = found.find((municipality) => municipality.nis === nis);
    if (!one) throw notFound('Municipality', ['municipalities', String(index), 'nis']);
    if (expectedVersion !== undefined) requireVersion(one, expectedVersion, ['municipalities', String(index)]);
  });
  return found;
}
