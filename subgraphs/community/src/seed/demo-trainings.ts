import { hash } from 'node:crypto';
import { demoSeed, dice, inventedName } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import { demoTrainings, type DemoTraining } from './demo-training-courses.js';
import { heldTrainings } from './events/trainings.js';

const idOf = (title: string): string => seededId('training', title);

const trainingRow = ({ title, about, hours, credits, theme, cyfun = [] }: DemoTraining): SeedRow => ({
  id: idOf(title),
  title,
  description: `${about} Met oefeningen uit de praktijk van lokale besturen. (Demonstratiegegeven)`,
  hours,
  credits,
  themes: [theme],
  cyfun_categories: cyfun,
});

const prerequisiteRows = demoTrainings.flatMap(({ title, after }): SeedRow[] =>
  after === undefined ? [] : [{ training_id: idOf(title), prerequisite_id: idOf(after) }],
);

/** Their times are those of their events. */
async function seedSessions(client: SqlClient, lastDay: string): Promise<number> {
  const { rows } = await client.query(`select id, starts_at, ends_at from event where slug like 'opleiding-%'`);
  const times = new Map(rows.map(({ id, starts_at, ends_at }) => [id, { starts_at, ends_at }]));
  const sessions = heldTrainings(lastDay).map(({ slug, training }): SeedRow => {
    const eventId = seededId('event', slug);
    return {
      id: seededId('trainingsession', slug),
      training_id: idOf(training.title),
      event_id: eventId,
      ...times.get(eventId),
      trainer_name: inventedName(dice(demoSeed, 'trainer', training.title)),
    };
  });
  return insertRows(client, 'training_session', sessions);
}

/** After the events, whose sessions trainings are. */
export const seedTrainings = async (client: SqlClient, lastDay: string) => ({
  training: await insertRows(client, 'training', demoTrainings.map(trainingRow)),
  training_prerequisite: await insertRows(client, 'training_prerequisite', prerequisiteRows),
  training_session: await seedSessions(client, lastDay),
});

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Made from the registration, so that it is the same on every machine: demonstration data is no secret. */
const codeOf = (registrationId: string): string =>
  Array.from(hash('sha256', `certificate:${registrationId}`, 'buffer').subarray(0, 28), (byte) => digits[byte & 31])
    .join('')
    .match(/.{4}/g)!
    .join('-');

interface Attended {
  readonly registrationId: string;
  readonly eventId: string;
  readonly trainingId: string | null;
  readonly personId: string;
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly hours: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly issuedAt: string;
}

/** Trainings that were held last, for which staff have yet to issue them. */
const yetToIssue = 3;

const attended = `
  select r.id as "registrationId", e.id as "eventId", s.training_id as "trainingId", p.id as "personId", p.name, p.language,
    coalesce(t.title, e.title) as title, e.certificate_hours as hours,
    (e.starts_at at time zone 'Europe/Brussels')::date::text as "startsOn",
    (e.ends_at at time zone 'Europe/Brussels')::date::text as "endsOn",
    to_char(e.ends_at at time zone 'UTC' + interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "issuedAt"
  from registration r join event e on e.id = r.event_id join person p on p.id = r.person_id
    left join training_session s on s.event_id = e.id left join training t on t.id = s.training_id
  where r.state = 'ATTENDED' and e.certificate_hours is not null and e.ends_at < $1::date - interval '1 day'
    and attended_enough(r.id, e.certificate_minimum_sessions)
    and e.id not in (select id from event where slug like 'opleiding-%' and (ends_at at time zone 'Europe/Brussels')::date <= $1
      order by starts_at desc limit ${yetToIssue})
  order by r.id`;

function certificateRow(one: Attended, lastDay: string): SeedRow {
  const by = dice(demoSeed, 'certificate', one.registrationId);
  const isRevoked = by.chance(0.004);
  return {
    id: seededId('certificate', one.registrationId),
    code: codeOf(one.registrationId),
    registration_id: one.registrationId,
    event_id: one.eventId,
    training_id: one.trainingId,
    person_id: one.personId,
    holder_name: one.name,
    language: one.language,
    title: one.title,
    hours: one.hours,
    starts_on: one.startsOn,
    ends_on: one.endsOn,
    issued_at: one.issuedAt,
    revoked_at: isRevoked ? `${lastDay}T08:00:00Z` : null,
    revocation_reason: isRevoked ? 'Op naam van een collega uitgereikt. (Demonstratiegegeven)' : null,
  };
}

/** After the registrations: for whoever attended what gives a certificate, and is over, but for what staff have yet to do. */
export async function seedCertificates(client: SqlClient, lastDay: string) {
  const { rows } = await client.query(attended, [lastDay]);
  const certificates = (rows as unknown as Attended[]).map((one) => certificateRow(one, lastDay));
  return { certificate: await insertRows(client, 'certificate', certificates) };
}
