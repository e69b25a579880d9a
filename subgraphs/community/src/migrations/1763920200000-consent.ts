import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `create table consent_wording (
    id text collate "C" primary key,
    purpose text not null check (purpose in ('DIRECTORY')),
    language text not null check (language in ('NL', 'FR', 'EN', 'DE')),
    revision integer not null check (revision > 0),
    text text not null,
    from_date date not null,
    unique (purpose, language, revision),
    unique (id, purpose))`,
  `create index on consent_wording (from_date, id)`,
  `create index on consent_wording (language)`,
  `create table consent (
    id text collate "C" primary key,
    -- decisions of one person in order: clocks may stand still or go back
    position bigint generated always as identity unique,
    person_id text collate "C" not null references person on delete cascade,
    purpose text not null check (purpose in ('DIRECTORY')),
    decision text not null check (decision in ('GIVEN', 'WITHDRAWN')),
    decided_at timestamptz not null,
    actor text not null check (actor in ('SELF', 'STAFF')),
    recorded_by_id text collate "C" references person on delete set null,
    channel text not null check (channel in ('ONLINE', 'EMAIL', 'PHONE', 'PAPER', 'EARLIER')),
    wording_id text collate "C",
    foreign key (wording_id, purpose) references consent_wording (id, purpose),
    check ((actor = 'SELF') = (channel in ('ONLINE', 'EARLIER'))),
    check (actor = 'STAFF' or recorded_by_id is null),
    -- what was read is known of all that is given since there is a history, and of nothing that is withdrawn
    check ((wording_id is not null) = (decision = 'GIVEN' and channel <> 'EARLIER')))`,
  `create index on consent (person_id, purpose, position)`,
  `create index on consent (decided_at, id)`,
  `create index on consent (recorded_by_id)`,
  `create index on consent (wording_id, purpose)`,
];

const first = [
  {
    id: 'consentwording_01hk153x00ezq9zqgn6rk8cbxs',
    language: 'NL',
    text: 'Ja, neem mij op in de ledengids. Wie aangemeld is, ziet dan mijn naam, mijn taal en waar ik werk en werkte, en vindt mijn naam bij de deelnemers van evenementen waarvoor ik inschrijf. Mijn e-mailadres zien alleen mijn collega’s en de vereniging. Ik kan dit op elk moment intrekken.',
  },
  {
    id: 'consentwording_01hk153x00f4j8evemqs3wqrhq',
    language: 'FR',
    text: 'Oui, inscrivez-moi dans l’annuaire des membres. Les personnes connectées voient alors mon nom, ma langue et où je travaille et ai travaillé, et trouvent mon nom parmi les participants des événements auxquels je m’inscris. Seuls mes collègues et l’association voient mon adresse e-mail. Je peux retirer cet accord à tout moment.',
  },
  {
    id: 'consentwording_01hk153x00estb0mvhey3tn8mg',
    language: 'EN',
    text: 'Yes, put me in the member directory. Whoever is signed in then sees my name, my language and where I work and worked, and finds my name among the participants of events for which I register. Only my colleagues and the association see my e-mail address. I can withdraw this at any time.',
  },
  {
    id: 'consentwording_01hk153x00ernsm2pqenwb2khe',
    language: 'DE',
    text: 'Ja, nehmen Sie mich in das Mitgliederverzeichnis auf. Wer angemeldet ist, sieht dann meinen Namen, meine Sprache und wo ich arbeite und gearbeitet habe, und findet meinen Namen unter den Teilnehmern von Veranstaltungen, für die ich mich anmelde. Meine E-Mail-Adresse sehen nur meine Kollegen und die Vereinigung. Ich kann dies jederzeit widerrufen.',
  },
] as const;

const wordings = first.map(
  ({ id, language, text }) => `insert into consent_wording (id, purpose, language, revision, text, from_date)
    values ('${id}', 'DIRECTORY', '${language}', 1, '${text}', '2025-11-24')`,
);

/** Only the person could agree, so far; when the profile was changed last is the nearest to when that was. */
const earlier = [
  `insert into consent (id, person_id, purpose, decision, decided_at, actor, channel)
    select replace(id, 'person_', 'consent_'), id, 'DIRECTORY', 'GIVEN', updated_at, 'SELF', 'EARLIER'
    from person where consent_directory`,
];

const kept = [
  `create function consent_as_decided() returns trigger language plpgsql as $$
    declare
      whose text := case tg_table_name when 'person' then to_jsonb(new)->>'id' else to_jsonb(new)->>'person_id' end;
      agreed boolean;
      last text;
    begin
      select consent_directory into agreed from person where id = whose;
      if not found then return null; end if;
      select decision into last from consent
        where person_id = whose and purpose = 'DIRECTORY' order by position desc limit 1;
      if agreed is distinct from (coalesce(last, 'WITHDRAWN') = 'GIVEN') then
        raise exception 'consent_directory is not what was decided last' using errcode = 'check_violation';
      end if;
      return null;
    end $$`,
  // deferred: the decision and what follows from it are two statements of one transaction
  `create constraint trigger consent_as_decided after insert on consent deferrable initially deferred
    for each row execute function consent_as_decided()`,
  `create constraint trigger consent_as_decided_new after insert on person deferrable initially deferred
    for each row when (new.consent_directory) execute function consent_as_decided()`,
  `create constraint trigger consent_as_decided after update on person deferrable initially deferred
    for each row when (new.consent_directory <> old.consent_directory) execute function consent_as_decided()`,
];

/** What people agreed to, in which words, and when they withdrew it (GDPR art. 7). The server adds to it and changes nothing. */
export class Consent1763920200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const grants = [...grantServing(['consent'], 'select, insert'), ...grantServing(['consent_wording'], 'select')];
    for (const statement of [...tables, ...wordings, ...earlier, ...kept, ...grants]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What people agreed to is not undone: restore a backup instead.');
  }
}
