import { addDays } from '@lokaal/shared/demo';
import { insertRows, seededId, type SqlClient } from '@lokaal/shared/seeding';

const texts = {
  body_text: 'Dit is een mail van de demonstratie.',
  body_html: '<p>Dit is een mail van de demonstratie.</p>',
};

/** Mails that did not arrive, at mailboxes that there are none of: one that is still tried, and one that was given up. */
export async function seedMails(client: SqlClient, lastDay: string) {
  const rows = [
    {
      id: seededId('mail', 'waiting'),
      recipient: 'vol.postvak@gemeente-demonstratie.example',
      subject: 'U bent ingeschreven: een event van de demonstratie',
      ...texts,
      created_at: `${lastDay}T08:00:00Z`,
      // so that it waits for whoever looks around, whenever that is
      next_attempt_at: '2099-12-31T08:00:00Z',
      attempts: 4,
      last_error: 'Error: 452 4.2.2 Mailbox full',
      abandoned_at: null,
    },
    {
      id: seededId('mail', 'given up'),
      recipient: 'weg@gemeente-demonstratie.example',
      subject: 'Uw lidmaatschap loopt af',
      body_text: '',
      body_html: '',
      created_at: `${addDays(lastDay, -17)}T08:00:00Z`,
      next_attempt_at: `${addDays(lastDay, -12)}T08:00:00Z`,
      attempts: 26,
      last_error: 'Error: 550 5.1.1 No such user',
      abandoned_at: `${addDays(lastDay, -12)}T08:00:00Z`,
    },
  ];
  return { outbox_message: await insertRows(client, 'outbox_message', rows) };
}
