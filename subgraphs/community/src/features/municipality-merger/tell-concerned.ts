import type { EntityManager } from 'typeorm';
import type { CalendarTurn } from '../calendar/calendar-attachment.js';
import { answerable, tellContacts } from '../organisation/tell-contacts.js';
import { type Former, noticeMail } from './notice-mails.js';
import type { Notice } from './notice-words.js';
import type { PlannedMergerEntity } from './planned-merger.entity.js';

const parts = `select name, array(select id from organisation where municipality_id = municipality.id
      and status = 'ACTIVE' and kind in ('MUNICIPALITY', 'OCMW')) as "organisationIds"
  from municipality join planned_merger_part on municipality_id = municipality.id
  where planned_merger_id = $1 order by name`;

interface Part {
  readonly name: string;
  readonly organisationIds: readonly string[];
}

interface Told extends CalendarTurn {
  readonly of: Notice;
  /** As it was planned before it was amended. */
  readonly before?: Former;
}

/** Tells the contact persons, DPO and CISO of what merges: from then on others read what they answer for. */
export async function tellConcerned(tx: EntityManager, plan: PlannedMergerEntity, told: Told): Promise<void> {
  const { of, before = plan, ...turn } = told;
  const all = await tx.query<Part[]>(parts, [plan.id]);
  const [names, organisationIds] = [all.map(({ name }) => name), all.flatMap((one) => one.organisationIds)];
  await tellContacts(tx, { organisationIds, now: turn.now, roles: answerable }, (to) =>
    noticeMail(to, of, { ...turn, plan, names, before }),
  );
}
