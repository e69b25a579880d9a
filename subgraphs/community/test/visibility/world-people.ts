import { Given, type Row } from '../given.js';
import type { NamedRows } from './named-rows.js';
import { type People, peopleWhoLook } from './viewers.js';

export const openEmail = 'oona.open@gemeente.example';
const confirmed = { email_confirmed_at: '2024-01-01T09:00:00Z' };
const whoAgreed = { name: 'Oona Open', email: openEmail, consent_directory: true, ...confirmed };

/** Organisations, who works there, and whom everybody may know. */
export async function addPeople(world: NamedRows): Promise<People> {
  const given = new Given(world.on);
  const [town, elsewhere] = [await given.authority(), await given.authority()];
  const company = await given.organisation();
  const people = await peopleWhoLook(given, { town, elsewhere, company });
  const open = await world.add('Person who agreed', given.person(whoAgreed));
  const shy = await world.add('Person who did not', given.person({ name: 'Sjef Schuw' }));
  await world.add('Person colleague', people.owner);
  await world.on.sql('update person set email_confirmed_at = $2 where id = $1', [
    people.owner.id,
    confirmed.email_confirmed_at,
  ]);
  const third = await given.authority();
  await world.add('Organisation', third);
  await world.add('Employment of who agreed', given.employment(open, third));
  await world.add('Employment of who did not', given.employment(shy, third));
  const [own] = await world.on.sql<Row>('select id from employment where person_id = $1', [people.owner.id]);
  await world.add('Employment colleague', own!);
  const guide = await world.add('Person of the company', given.person({ name: 'Gert Gids' }));
  await world.add('Employment of the company', given.employment(guide, company));
  // who decides about staff is asked of the database once more
  await world.on.sql(`insert into staff_role values ($1, 'STAFF')`, [people.viewers.staff.personId]);
  const past = { appointed_at: '2020-01-06T08:00:00Z', dismissed_at: '2021-01-04T08:00:00Z' };
  await world.insert('StaffAppointment', 'staff_appointment', { person_id: people.owner.id, ...past });
  await world.add('Municipality', given.municipality({ nis: '11998' }));
  await given.municipality({ nis: '11999' });
  Object.assign(world.rows, { town, elsewhere, company, third, coordinator: people.coordinator });
  const job = { function_title: 'Hoofd ICT', expires_at: '2026-11-15T09:00:00Z', created_at: '2026-11-01T09:00:00Z' };
  const invitation = { organisation_id: town.id, email: people.owner.email, ...job };
  await world.insert('EmploymentInvitation', 'employment_invitation', invitation);
  const decided = { purpose: 'DIRECTORY', decision: 'WITHDRAWN', decided_at: '2026-01-15T09:00:00Z' };
  const consent = { person_id: people.owner.id, ...decided, actor: 'SELF', channel: 'ONLINE' };
  await world.insert('Consent', 'consent', consent);
  const [wording] = await world.on.sql<Row>('select id from consent_wording order by revision desc, id limit 1');
  await world.add('ConsentWording', wording!);
  const linked = { issuer: 'https://login.example', subject: '7', linked_at: '2026-01-15T09:00:00Z' };
  await world.insert('ExternalIdentity', 'external_identity', { person_id: people.owner.id, ...linked });
  await addMail(world, people.owner.email);
  return people;
}

/** A mail that the mail server did not take. */
async function addMail(world: NamedRows, recipient: string): Promise<void> {
  await world.insert('UndeliveredMail', 'outbox_message', {
    recipient,
    subject: 'Uw inschrijving',
    body_text: 'Dag',
    body_html: '<p>Dag</p>',
    created_at: '2026-11-02T08:00:00Z',
    next_attempt_at: '2026-12-01T08:00:00Z',
    attempts: 1,
    last_error: 'Geen antwoord',
  });
}
