import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockVersion, refuseDuplicates } from '@lokaal/shared/database';
import { badInput, forbidden, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { calendarTurn } from '../calendar/calendar-attachment.js';
import { refreshCohorts } from '../cohort/refresh-cohorts.js';
import { tellOfDissolution } from './dissolution-news.js';
import { endTies } from './end-ties.js';
import type {
  CreateOrganisationInput,
  DissolveOrganisationInput,
  UpdateOrganisationInput,
} from './organisation-changes.input.js';
import { OrganisationEntity } from './organisation.entity.js';
import { OrganisationKind, OrganisationStatus } from './organisation.enums.js';
import { mayKeepOrganisations, needsTerritory } from './organisation.policy.js';
import { municipalityOfToday, requireActive, requireParent } from './organisation.query.js';

const refuseSecond = refuseDuplicates({
  organisation_enterprise_number_key: 'There is an organisation with this enterprise number already.',
  organisation_ovo_code_key: 'There is an organisation with this OVO code already.',
  organisation_one_active: 'There is an active organisation of this kind on this territory already.',
});

/** What staff do to the register of organisations. Every method answers with the organisation's id. */
export class OrganisationService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits' | 'mailFrom'>) {}

  create(viewer: Viewer, { idempotencyKey: key, ...input }: CreateOrganisationInput): Promise<string> {
    if (!mayKeepOrganisations(viewer)) throw forbidden('Only staff of the association may add organisations.');
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'createOrganisation', input, now };
    return inTransaction(this.on.db, (tx) => idempotent(tx, call, () => add(tx, input, now))).catch(refuseSecond);
  }

  update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdateOrganisationInput): Promise<string> {
    if (!mayKeepOrganisations(viewer)) throw forbidden('Only staff of the association may change organisations.');
    return inTransaction(this.on.db, async (tx) => {
      const organisation = await lockVersion(tx, OrganisationEntity, id, expectedVersion);
      requireActive(organisation);
      if (changes.parentId != null) await requireParent(tx, { id, parentId: changes.parentId });
      await tx.save(OrganisationEntity, Object.assign(organisation, changes, { keptByStaff: true }));
      return id;
    }).catch(refuseSecond);
  }

  /** From that day on nobody works there, and it is a member of nothing. */
  async dissolve(viewer: Viewer, { id, expectedVersion, on }: DissolveOrganisationInput): Promise<string> {
    if (!mayKeepOrganisations(viewer)) throw forbidden('Only staff of the association may dissolve organisations.');
    const turn = calendarTurn(this.on);
    const { now } = turn;
    if (on > dayOf(now)) throw badInput('Record it on the day itself, or later.', ['on']);
    await inTransaction(this.on.db, async (tx) => {
      const organisation = await lockVersion(tx, OrganisationEntity, id, expectedVersion);
      requireActive(organisation);
      if (organisation.kind === OrganisationKind.MUNICIPALITY)
        throw invalidState('A municipality is not dissolved: it merges into another one (mergeMunicipalities).');
      await tellOfDissolution(tx, { organisation, on, now, byId: viewer.personId });
      await endTies(tx, { ...turn, organisationIds: [id], on, reason: `${organisation.legalName} werd ontbonden.` });
      const ended = { status: OrganisationStatus.DISSOLVED, endedOn: on, keptByStaff: true };
      await tx.update(OrganisationEntity, id, ended);
      await refreshCohorts(tx, now);
    });
    this.on.mailWaits();
    return id;
  }
}

type Added = Omit<CreateOrganisationInput, 'idempotencyKey'>;

async function add(tx: EntityManager, { nis, parentId, ...columns }: Added, now: Date): Promise<string> {
  if (nis == null && needsTerritory(columns.kind))
    throw badInput('Give the NIS code of the municipality that it serves.', ['nis']);
  const municipality = nis == null ? null : await municipalityOfToday(tx, nis);
  if (parentId != null) await requireParent(tx, { parentId });
  const id = newId('organisation');
  const links = { municipalityId: municipality?.id ?? null, parentId: parentId ?? null };
  const begun = { status: OrganisationStatus.ACTIVE, predecessorIds: [], keptByStaff: true };
  await tx.insert(OrganisationEntity, { id, ...columns, ...links, ...begun });
  if (columns.kind === OrganisationKind.MUNICIPALITY) await refreshCohorts(tx, now);
  return id;
}
