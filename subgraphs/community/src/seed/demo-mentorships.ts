import { addDays, demoAccounts, demoSeed, dice, momentOn } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import { sentence, type ThemeWords, themeWords } from './knowledge/words.js';

interface Worker {
  readonly person_id: string;
  readonly organisation_id: string;
}

const workersOf = (kinds: string): string => `select distinct on (person_id) person_id, organisation_id
  from employment join organisation on organisation.id = organisation_id
  where kind in (${kinds}) and to_date is null order by person_id, organisation_id`;

/** One of the shown accounts first, so that whoever looks around has some of its own. */
function drawn(workers: readonly Worker[], shown: string, count: number): Worker[] {
  const first = workers.filter(({ person_id: id }) => id === shown);
  const others = workers.filter(({ person_id: id }) => id !== shown);
  return [...first, ...dice(demoSeed, 'mentorship', shown).some(others, count - first.length)];
}

const offerRow =
  (themes: readonly ThemeWords[], lastDay: string) =>
  ({ person_id: personId, organisation_id: organisationId }: Worker, index: number): SeedRow => {
    const { slug, label, topics } = themes[(index * 3) % themes.length]!;
    const at = momentOn(dice(demoSeed, 'offer', index), addDays(lastDay, index * 9 - 261));
    return {
      id: seededId('mentorshipoffer', `${index}`),
      person_id: personId,
      organisation_id: organisationId,
      title: `Meedenken over ${label.toLowerCase()}`,
      expertise: `Ervaring bij besturen van alle groottes, onder meer met ${topics[0]}. (Demonstratiegegeven)`,
      themes: [slug],
      places: 1 + (index % 2),
      open: true,
      created_at: at,
      updated_at: at,
      version: 1,
    };
  };

const requestRow =
  (themes: readonly ThemeWords[], lastDay: string) =>
  ({ person_id: personId, organisation_id: organisationId }: Worker, index: number): SeedRow => {
    const { slug, topics } = themes[(index * 3) % themes.length]!;
    const at = momentOn(dice(demoSeed, 'request', index), addDays(lastDay, index * 11 - 240));
    return {
      id: seededId('mentorshiprequest', `${index}`),
      person_id: personId,
      organisation_id: organisationId,
      title: sentence(topics.at(-1)!),
      question: `Wij willen werk maken van ${topics.at(-1)}, maar weten niet waar te beginnen. (Demonstratiegegeven)`,
      themes: [slug],
      open: true,
      created_at: at,
      updated_at: at,
      version: 1,
    };
  };

const states = ['ACTIVE', 'ACTIVE', 'PROPOSED', 'ENDED', 'ACTIVE', 'DECLINED', 'PROPOSED', 'ENDED'];

const mentorshipRow = (state: string, index: number, lastDay: string): SeedRow => {
  const created = addDays(lastDay, index * 8 - 121);
  const isOver = state === 'ENDED' || state === 'DECLINED';
  const agreedAt = state === 'ACTIVE' || state === 'ENDED' ? `${addDays(created, 3)}T10:00:00Z` : null;
  return {
    id: seededId('mentorship', `${index}`),
    offer_id: seededId('mentorshipoffer', `${index}`),
    request_id: seededId('mentorshiprequest', `${index}`),
    state,
    expert_agreed_at: agreedAt,
    authority_agreed_at: agreedAt,
    started_on: agreedAt && addDays(created, 3),
    ended_on: isOver ? addDays(created, 45) : null,
    closing_note: isOver ? 'Afgerond in overleg. (Demonstratiegegeven)' : null,
    created_at: `${created}T09:00:00Z`,
    updated_at: `${created}T09:00:00Z`,
    version: 1,
  };
};

const authorities = `'MUNICIPALITY', 'OCMW', 'AGB', 'POLICE_ZONE', 'RESCUE_ZONE', 'INTERMUNICIPAL', 'PROVINCE'`;

/** Experts of companies and the authorities that they help. */
export async function seedMentorships(client: SqlClient, lastDay: string) {
  const [dpo, vendor] = demoAccounts as [(typeof demoAccounts)[0], (typeof demoAccounts)[0]];
  const { rows: labels } = await client.query('select slug, label from theme order by slug');
  const { rows: experts } = await client.query(workersOf(`'COMPANY'`));
  const { rows: askers } = await client.query(workersOf(authorities));
  const themes = themeWords(labels as never);
  const offers = drawn(experts as unknown as Worker[], vendor.personId, 12);
  const requests = drawn(askers as unknown as Worker[], dpo.personId, 15);
  const matched = states.slice(0, Math.min(offers.length, requests.length));
  return {
    mentorship_offer: await insertRows(client, 'mentorship_offer', offers.map(offerRow(themes, lastDay))),
    mentorship_request: await insertRows(client, 'mentorship_request', requests.map(requestRow(themes, lastDay))),
    mentorship: await insertRows(
      client,
      'mentorship',
      matched.map((state, index) => mentorshipRow(state, index, lastDay)),
    ),
  };
}
