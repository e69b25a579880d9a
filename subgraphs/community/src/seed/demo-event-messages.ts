import { addDays, demoAccounts } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import { invented } from './knowledge/words.js';

const sender = demoAccounts.find(({ email }) => email === 'medewerker@vereniging.example')!.personId;

const largeEvents = `
  select event.id, title, to_char(starts_at at time zone 'Europe/Brussels', 'YYYY-MM-DD') as day, count(*)::int as people
  from event join registration on registration.event_id = event.id
  where series in ('MANAGE_IT', 'SHOPT_IT', 'CYBER_DAY') and state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')
  group by event.id order by event.id`;

const body = `De deuren gaan een half uur vooraf open; toon aan de ingang de ticketcode uit uw bevestiging.

Komt u met de trein? Van het station is het tien minuten te voet.

${invented}`;

/** A week before its large events the association mails what one has to know to get there. */
export async function seedEventMessages(client: SqlClient, lastDay: string) {
  const events = (await client.query(largeEvents)).rows;
  const rows = events.flatMap(({ id, title, day, people }): SeedRow[] => {
    const sentOn = addDays(String(day), -7);
    if (sentOn > lastDay) return [];
    const sent = { recipient_count: people, sent_at: `${sentOn}T08:00:00Z`, sent_by_id: sender };
    const subject = `Praktisch: ${String(title)}`;
    return [{ id: seededId('eventmessage', String(id)), event_id: id, subject, body, states: ['CONFIRMED'], ...sent }];
  });
  return { event_message: await insertRows(client, 'event_message', rows) };
}
