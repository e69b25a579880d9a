import { addDays, demoAccounts } from '@lokaal/shared/demo';
import { insertRows, seededId, type SqlClient } from '@lokaal/shared/seeding';

const others = demoAccounts.map(({ personId }) => personId);

const lastRegistered = `
  select p.email, e.title, r.created_at as at from registration r join person p on p.id = r.person_id join event e on e.id = r.event_id
  where r.state = 'CONFIRMED' and p.language = 'NL' and p.id <> all ($1) order by r.created_at desc, r.id limit 1`;

const nextToEnd = `
  select p.email from membership m join person p on p.id = m.person_id
  where m.decision = 'APPROVED' and m.to_date > $2 and p.language = 'NL' and p.id <> all ($1) order by m.to_date, m.id limit 1`;

/** The sender takes only what is due. Its pauses are of six hours at most: this one lasts the week in which somebody looks around. */
const daysOfPause = 7;

/** Mails that did not arrive: one that is still tried, and one that the mail server refused for good. */
export async function seedMails(client: SqlClient, lastDay: string) {
  const [registered] = (await client.query(lastRegistered, [others])).rows;
  const [member] = (await client.query(nextToEnd, [others, lastDay])).rows;
  const title = String(registered!['title']);
  const said = `Uw plaats voor “${title}” is bevestigd.`;
  const waiting = {
    id: seededId('mail', 'waiting'),
    recipient: registered!['email'],
    subject: `U bent ingeschreven: ${title}`,
    body_text: `${said}\n`,
    body_html: `<p>${said}</p>`,
    created_at: registered!['at'],
    next_attempt_at: `${addDays(lastDay, daysOfPause)}T08:00:00Z`,
    attempts: 12,
    last_error: 'Error: 452 4.2.2 Mailbox full',
    abandoned_at: null,
  };
  const ends = 'Uw lidmaatschap loopt bijna af.';
  const givenUpAt = `${addDays(lastDay, -2)}T16:40:00Z`;
  const givenUp = {
    id: seededId('mail', 'given up'),
    recipient: member!['email'],
    subject: 'Uw lidmaatschap loopt bijna af',
    body_text: `${ends}\n`,
    body_html: `<p>${ends}</p>`,
    created_at: givenUpAt,
    next_attempt_at: givenUpAt,
    attempts: 1,
    last_error: 'Error: 550 5.1.1 No such user',
    abandoned_at: givenUpAt,
  };
  return { outbox_message: await insertRows(client, 'outbox_message', [waiting, givenUp]) };
}
