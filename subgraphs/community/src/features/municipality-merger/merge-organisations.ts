import { municipalityLegalName, municipalityOrganisationId, ocmwOrganisationId } from '@lokaal/shared/seeding';
import { type EntityManager, In } from 'typeorm';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationKind, OrganisationStatus } from '../organisation/organisation.enums.js';
import type { Merger } from './merger.js';

/** Those of a territory that merge themselves: what else is there goes on. */
export const mergingOf = (organisations: readonly OrganisationEntity[]): OrganisationEntity[] =>
  organisations.filter(({ kind }) => kind === OrganisationKind.MUNICIPALITY || kind === OrganisationKind.OCMW);

/** A legal person after the merger, and those that it takes the place of. */
export interface Heir {
  readonly id: string;
  readonly kind: OrganisationKind;
  /** Those that merge into it; never itself. */
  readonly parts: readonly OrganisationEntity[];
}

/**
 * Gemeente and OCMW are two legal persons: each merges with its like. A surviving one takes the others in; else there is a
 * new one. An OCMW comes about only where there was one.
 */
export async function mergeOrganisations(tx: EntityManager, merger: Merger): Promise<Heir[]> {
  const { nis, name, legalName, enterpriseNumber, ocmwEnterpriseNumber } = merger.asked.successor;
  const town = await heirOf(tx, merger, {
    kind: OrganisationKind.MUNICIPALITY,
    newId: municipalityOrganisationId(nis),
    begun: { legalName: municipalityLegalName(name) },
    changed: { ...(legalName != null && { legalName }), ...(enterpriseNumber != null && { enterpriseNumber }) },
  });
  if (!merger.organisations.some(({ kind }) => kind === OrganisationKind.OCMW)) return [town];
  const welfare = await heirOf(tx, merger, {
    kind: OrganisationKind.OCMW,
    newId: ocmwOrganisationId(nis),
    begun: { legalName: `OCMW ${name}`, parentId: town.id },
    changed: { ...(ocmwEnterpriseNumber != null && { enterpriseNumber: ocmwEnterpriseNumber }) },
  });
  return [town, welfare];
}

interface Inheriting {
  readonly kind: OrganisationKind;
  readonly newId: string;
  /** What a new one begins with. */
  readonly begun: Pick<OrganisationEntity, 'legalName'> & Partial<OrganisationEntity>;
  /** What was asked for, for a surviving one too. */
  readonly changed: Partial<OrganisationEntity>;
}

async function heirOf(tx: EntityManager, merger: Merger, { kind, newId, begun, changed }: Inheriting): Promise<Heir> {
  const { on, successorId, survivor } = merger;
  const all = merger.organisations.filter((one) => one.kind === kind);
  const kept = all.find(({ municipalityId }) => municipalityId === survivor?.id);
  const parts = all.filter((one) => one !== kept);
  const id = kept?.id ?? newId;
  const predecessorIds = [...new Set([...all.flatMap((one) => one.predecessorIds), ...idsOf(parts)])];
  const columns = { predecessorIds, contactLeftAt: lastLeft(all), keptByStaff: true };
  if (kept) await tx.update(OrganisationEntity, id, { ...renamed(merger, begun), ...changed, ...columns });
  else {
    const first = { id, kind, municipalityId: successorId, status: OrganisationStatus.ACTIVE };
    await tx.insert(OrganisationEntity, { ...first, ...begun, ...changed, ...columns });
  }
  const ended = { status: OrganisationStatus.MERGED, mergedIntoId: id, endedOn: on, keptByStaff: true };
  if (parts.length > 0) await tx.update(OrganisationEntity, { id: In(idsOf(parts)) }, ended);
  return { id, kind, parts };
}

/** Who waits until staff may seat a contact person at one of them, waits at the heir too: a merger is no way around. */
function lastLeft(all: readonly OrganisationEntity[]): Date | null {
  const moments = all.flatMap(({ contactLeftAt }) => contactLeftAt ?? []).map((at) => at.getTime());
  return moments.length > 0 ? new Date(Math.max(...moments)) : null;
}

/** A surviving legal person has a new name when its municipality has. */
const renamed = ({ survivor, asked }: Merger, { legalName }: Inheriting['begun']) =>
  survivor?.name === asked.successor.name ? {} : { legalName };

export const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** What else lies on the territory or was part of what merged, such as an AGB, goes on under the successor. */
export async function moveOthers(
  tx: EntityManager,
  { ending, successorId }: Merger,
  heirs: readonly Heir[],
): Promise<void> {
  await tx.query(
    `update organisation set municipality_id = $2, kept_by_staff = true, version = version + 1, updated_at = now()
      where municipality_id = any($1) and status = 'ACTIVE'`,
    [idsOf(ending), successorId],
  );
  for (const { id, parts } of heirs)
    await tx.query(
      `update organisation set parent_id = $2, kept_by_staff = true, version = version + 1, updated_at = now()
        where parent_id = any($1) and status = 'ACTIVE' and id <> $2`,
      [idsOf(parts), id],
    );
}
