import { requireVersion } from '@lokaal/shared/database';
import { DomainError, notFound } from '@lokaal/shared/errors';
import { seededId } from '@lokaal/shared/seeding';
import { type EntityManager, In } from 'typeorm';
import { MunicipalityEntity } from '../municipality/municipality.entity.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';
import type { MergeMunicipalitiesInput, MergingMunicipalityInput } from './municipality-merger.input.js';
import { requireMergeable } from './municipality-merger.policy.js';

export type Asked = Omit<MergeMunicipalitiesInput, 'idempotencyKey'>;

/** A merger that may be carried out; its municipalities and their organisations are locked. */
export interface Merger {
  readonly asked: Asked;
  readonly on: string;
  readonly now: Date;
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

/** Locks what merges, in one order for everybody: of two mergers that overlap, the second one finds what the first one did. */
export async function lockMerger(tx: EntityManager, asked: Asked, now: Date): Promise<Merger> {
  const { on, successor, municipalities } = asked;
  const all = await lockMunicipalities(tx, municipalities);
  requireMergeable(all, on);
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
  return { asked, on, now, all, ending, survivor, successorId, organisations };
}

async function lockMunicipalities(tx: EntityManager, wanted: readonly MergingMunicipalityInput[]) {
  const found = await tx.find(MunicipalityEntity, {
    where: { nis: In(wanted.map(({ nis }) => nis)) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  wanted.forEach(({ nis, expectedVersion }, index) => {
    const one = found.find((municipality) => municipality.nis === nis);
    if (!one) throw notFound('Municipality', ['municipalities', String(index), 'nis']);
    requireVersion(one, expectedVersion);
  });
  return found;
}
