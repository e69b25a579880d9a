import type { MigrationInterface, QueryRunner } from 'typeorm';

const second = [
  {
    id: 'consentwording_01kax3fs00e8vt2rkq5d9mz6wa',
    language: 'NL',
    text: 'Ja, neem mij op in de ledengids. Wie vandaag voor een aangesloten organisatie of bedrijf werkt, wie effectief lid is en de medewerkers van de vereniging zien dan mijn naam, mijn taal en waar ik werk en werkte. Behalve bedrijven vinden zij mijn naam ook bij de deelnemers van evenementen waarvoor ik inschrijf. Een account alleen volstaat niet om mij te zien. Mijn e-mailadres zien alleen mijn collega’s en de vereniging. Ik kan dit op elk moment intrekken.',
  },
  {
    id: 'consentwording_01kax3fs00fg4n8ya1c7xhj3bd',
    language: 'FR',
    text: 'Oui, inscrivez-moi dans l’annuaire des membres. Les personnes qui travaillent aujourd’hui pour une organisation ou une entreprise affiliée, les membres effectifs et le personnel de l’association voient alors mon nom, ma langue et où je travaille et ai travaillé. Sauf les entreprises, ils trouvent aussi mon nom parmi les participants des événements auxquels je m’inscris. Un compte seul ne suffit pas pour me voir. Seuls mes collègues et l’association voient mon adresse e-mail. Je peux retirer cet accord à tout moment.',
  },
  {
    id: 'consentwording_01kax3fs00ed6p0wmz2s5vk9qt',
    language: 'EN',
    text: 'Yes, put me in the member directory. Who works today for an organisation or a company that takes part, who is an effective member, and the staff of the association then see my name, my language and where I work and worked. Except for companies, they also find my name among the participants of events for which I register. An account alone is not enough to see me. Only my colleagues and the association see my e-mail address. I can withdraw this at any time.',
  },
  {
    id: 'consentwording_01kax3fs00f7c3b5ht8n1gr4ye',
    language: 'DE',
    text: 'Ja, nehmen Sie mich in das Mitgliederverzeichnis auf. Wer heute für eine beteiligte Organisation oder ein beteiligtes Unternehmen arbeitet, wer effektives Mitglied ist, und die Mitarbeiter der Vereinigung sehen dann meinen Namen, meine Sprache und wo ich arbeite und gearbeitet habe. Außer Unternehmen finden sie meinen Namen auch unter den Teilnehmern von Veranstaltungen, für die ich mich anmelde. Ein Konto allein genügt nicht, um mich zu sehen. Meine E-Mail-Adresse sehen nur meine Kollegen und die Vereinigung. Ich kann dies jederzeit widerrufen.',
  },
] as const;

/** The directory shows people to fewer than it said: who agreed to the first text agreed to this as well, and need not again. */
export class DirectoryWordings1763921300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { id, language, text } of second)
      await runner.query(
        `insert into consent_wording (id, purpose, language, revision, text, from_date)
          values ($1, 'DIRECTORY', $2, 2, $3, '2025-11-25')`,
        [id, language, text],
      );
  }

  async down(): Promise<void> {
    throw new Error('What people agreed to is not undone: restore a backup instead.');
  }
}
