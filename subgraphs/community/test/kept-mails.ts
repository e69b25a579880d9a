import type { TestSubgraph } from '../../../shared/test/subgraph.js';

interface KeptMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unsubscribeUrl: string | null;
}

/** Stands in the outbox for the page to sign in: who sends a mail fills in where that is. */
export const accountPage = 'https://account.invalid/';

/** How a Dutch mail ends that asks for something, or tells of something, that is done signed in. */
export const signInLink = `Aanmelden bij Lokaal Digitaal:\n${accountPage}\n`;

/** The words of who decided, labelled: they stay in the language that they were written in. */
export const reasonIn = (reason: string) =>
  [
    ['NL', `Reden: ${reason}`],
    ['FR', `Motif : « ${reason} »`],
    ['EN', `Reason: “${reason}”`],
    ['DE', `Grund: „${reason}“`],
  ] as const;

/** Mails as they were put in the outbox: their text is emptied there once it is sent. */
export class KeptMails {
  private constructor(private readonly on: TestSubgraph) {}

  /** Keeps every mail from now on. */
  static async of(on: TestSubgraph): Promise<KeptMails> {
    await on.sql(
      'create table kept_mail (place serial, recipient text, subject text, body_text text, body_html text, unsubscribe_url text)',
    );
    await on.sql(`create function keep_mail() returns trigger language plpgsql security definer as $$ begin
      insert into kept_mail (recipient, subject, body_text, body_html, unsubscribe_url)
        values (new.recipient, new.subject, new.body_text, new.body_html, new.unsubscribe_url);
      return new; end $$`);
    await on.sql('create trigger keep before insert on outbox_message for each row execute function keep_mail()');
    return new KeptMails(on);
  }

  to(email: string): Promise<KeptMail[]> {
    return this.on.sql<KeptMail>(
      `select subject, body_text as "text", body_html as "html", unsubscribe_url as "unsubscribeUrl" from kept_mail
        where recipient = $1 order by place`,
      [email],
    );
  }
}
