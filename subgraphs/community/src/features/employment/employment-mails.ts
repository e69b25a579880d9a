import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import type { EntityManager } from 'typeorm';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import { signInAction } from '../mail-outbox/account-page.js';
import { answerable, holdersOf, type Recipient } from '../organisation/tell-contacts.js';
import { dayInWords } from '../person/day-in-words.js';
import type { EmploymentRole } from '../person/employment.enums.js';
import type { Language } from '../person/language.js';
import { PersonEntity } from '../person/person.entity.js';
import { rolesInWords } from '../person/roles-in-words.js';
import { endedMail } from './employment-ended-mail.js';
import type { Facts, Words } from './employment-words.js';
import { changesOf } from './refuse-many-changes.js';

/** For who accepted: also when somebody else did so, at an account that was left open. */
const begunMail: Record<Language, Words> = {
  NL: ({ organisation }) => ({
    subject: `U werkt nu voor ${organisation}`,
    paragraphs: [
      `U aanvaardde de uitnodiging van ${organisation}, en bent er medewerker.`,
      'Klopt dit niet? Beëindig de tewerkstelling dan bij uw profiel: dat kunt u zelf, en het geldt meteen.',
    ],
  }),
  FR: ({ organisation }) => ({
    subject: `Vous travaillez maintenant pour ${organisation}`,
    paragraphs: [
      `Vous avez accepté l’invitation de ${organisation} et en êtes collaborateur.`,
      'Ce n’est pas exact ? Mettez fin à cet emploi dans votre profil : vous le pouvez vous-même, avec effet immédiat.',
    ],
  }),
  EN: ({ organisation }) => ({
    subject: `You now work for ${organisation}`,
    paragraphs: [
      `You accepted the invitation of ${organisation} and are one of its people.`,
      'Is that wrong? End the employment in your profile: you can do so yourself, and it holds at once.',
    ],
  }),
  DE: ({ organisation }) => ({
    subject: `Sie arbeiten jetzt für ${organisation}`,
    paragraphs: [
      `Sie haben die Einladung von ${organisation} angenommen und gehören zu den Beschäftigten.`,
      'Stimmt das nicht? Beenden Sie die Beschäftigung in Ihrem Profil: das können Sie selbst, und es gilt sofort.',
    ],
  }),
};

const inBrackets = (roles: string): string => (roles === '' ? '' : ` (${roles})`);

/** For those who answer for the organisation. The text goes once it is sent, the subject stays: it names nobody. */
const joinedMail: Record<Language, Words> = {
  NL: ({ person, organisation, by, roles }) => ({
    subject: `Een nieuwe medewerker bij ${organisation}`,
    paragraphs: [
      `${person} aanvaardde de uitnodiging van ${by} om voor ${organisation} te werken${inBrackets(roles)}. Klopt dit niet? Beëindig het dan.`,
    ],
  }),
  FR: ({ person, organisation, by, roles }) => ({
    subject: `Un nouveau collaborateur chez ${organisation}`,
    paragraphs: [
      `${person} a accepté l’invitation de ${by} à travailler pour ${organisation}${inBrackets(roles)}. Ce n’est pas exact ? Mettez-y fin.`,
    ],
  }),
  EN: ({ person, organisation, by, roles }) => ({
    subject: `Somebody new works for ${organisation}`,
    paragraphs: [
      `${person} accepted the invitation of ${by} to work for ${organisation}${inBrackets(roles)}. Is that wrong? Then end it.`,
    ],
  }),
  DE: ({ person, organisation, by, roles }) => ({
    subject: `Neu im Team von ${organisation}`,
    paragraphs: [
      `${person} hat die Einladung von ${by} angenommen, für ${organisation} zu arbeiten${inBrackets(roles)}. Stimmt das nicht? Beenden Sie es.`,
    ],
  }),
};

/** For whose employment somebody else changed. */
const changedMail: Record<Language, Words> = {
  NL: ({ organisation, by, until }) => ({
    subject: `Uw tewerkstelling bij ${organisation} is gewijzigd`,
    paragraphs: [
      `${by} wijzigde uw tewerkstelling bij ${organisation}: de functie, de rollen of de periode${until && ` (ze eindigt op ${until})`}. U ziet ze bij uw profiel.`,
      'Klopt dit niet? Meld het dan aan de contactpersoon van de organisatie of aan de vereniging.',
    ],
  }),
  FR: ({ organisation, by, until }) => ({
    subject: `Votre emploi chez ${organisation} a été modifié`,
    paragraphs: [
      `${by} a modifié votre emploi chez ${organisation} : la fonction, les rôles ou la période${until && ` (il prend fin le ${until})`}. Vous le voyez dans votre profil.`,
      'Ce n’est pas exact ? Signalez-le à la personne de contact de l’organisation ou à l’association.',
    ],
  }),
  EN: ({ organisation, by, until }) => ({
    subject: `Your employment at ${organisation} was changed`,
    paragraphs: [
      `${by} changed your employment at ${organisation}: the function, the roles or the period${until && ` (it ends on ${until})`}. You see it in your profile.`,
      'Is that wrong? Then tell the contact person of the organisation or the association.',
    ],
  }),
  DE: ({ organisation, by, until }) => ({
    subject: `Ihre Beschäftigung bei ${organisation} wurde geändert`,
    paragraphs: [
      `${by} hat Ihre Beschäftigung bei ${organisation} geändert: Funktion, Rollen oder Zeitraum${until && ` (sie endet am ${until})`}. Sie sehen sie in Ihrem Profil.`,
      'Stimmt das nicht? Dann melden Sie es der Kontaktperson der Organisation oder dem Verband.',
    ],
  }),
};

/** For those who answer for the organisation. */
const rightsMail: Record<Language, Words> = {
  NL: ({ person, organisation, by, roles }) => ({
    subject: `Nieuwe rechten bij ${organisation}`,
    paragraphs: [`${by} gaf ${person} bij ${organisation} deze rollen: ${roles}. Klopt dit niet? Neem ze dan terug.`],
  }),
  FR: ({ person, organisation, by, roles }) => ({
    subject: `Nouveaux droits chez ${organisation}`,
    paragraphs: [
      `${by} a donné à ${person}, chez ${organisation}, ces rôles : ${roles}. Ce n’est pas exact ? Retirez-les.`,
    ],
  }),
  EN: ({ person, organisation, by, roles }) => ({
    subject: `New rights at ${organisation}`,
    paragraphs: [`${by} gave ${person} these roles at ${organisation}: ${roles}. Is that wrong? Then take them back.`],
  }),
  DE: ({ person, organisation, by, roles }) => ({
    subject: `Neue Rechte bei ${organisation}`,
    paragraphs: [
      `${by} hat ${person} bei ${organisation} diese Rollen gegeben: ${roles}. Stimmt das nicht? Nehmen Sie sie zurück.`,
    ],
  }),
};

interface Change {
  readonly personId: string;
  readonly employer: { readonly id: string; readonly legalName: string };
  /** Those that the person did not have before. */
  readonly gained: readonly EmploymentRole[];
  /** Those that end with the employment. */
  readonly ended?: readonly EmploymentRole[];
  /** First day on which it no longer holds, when it was ended. */
  readonly to?: string;
  readonly now: Date;
}

/** Tells who begins, who invited, and the contact persons, DPO and CISO of the organisation: nobody is let in unseen. */
export async function tellOfEmployment(tx: EntityManager, { byId, ...begun }: Change & { readonly byId: string }) {
  const { person, by, facts } = await factsOf(tx, begun, byId);
  const others = (await othersWhoAnswer(tx, begun)).filter(({ id }) => id !== byId);
  const letters = [...others, by].map((one) => letter(one, joinedMail, facts));
  await enqueueNotices(tx, begun.now, [letter(person, begunMail, facts), ...letters]);
}

/** Tells whose employment it is, and of rights that come or end who answers for the organisation, but not who changed it. */
export async function tellOfChange(
  tx: EntityManager,
  { personId: byId }: Viewer,
  { employmentId, ...change }: Change & { readonly employmentId: string },
): Promise<void> {
  const { person, facts } = await factsOf(tx, change, byId!);
  const others = facts.roles.length === 0 ? [] : await othersWhoAnswer(tx, change);
  const words = change.gained.length > 0 ? rightsMail : endedMail;
  const letters = others.filter(({ id }) => id !== byId).map((one) => letter(one, words, facts));
  const own = person.id === byId ? [] : [{ ...letter(person, changedMail, facts), kind: changesOf(employmentId) }];
  await enqueueNotices(tx, change.now, [...own, ...letters]);
}

async function othersWhoAnswer(tx: EntityManager, { personId, employer, now }: Change): Promise<Recipient[]> {
  const all = await holdersOf(tx, { organisationIds: [employer.id], now, roles: answerable });
  return all.filter(({ id }) => id !== personId);
}

async function factsOf(tx: EntityManager, change: Change, byId: string) {
  const { personId, employer, gained, ended = [], to, now } = change;
  const person = await tx.findOneByOrFail(PersonEntity, { id: personId });
  const by = await tx.findOneByOrFail(PersonEntity, { id: byId });
  const roles = [...gained, ...ended];
  const comes = to !== undefined && to > dayOf(now) ? to : undefined;
  const names = { person: person.name, organisation: employer.legalName, by: by.name };
  return { person, by, facts: { ...names, roles, comes } };
}

interface Told extends Omit<Facts, 'until' | 'roles'> {
  readonly roles: readonly EmploymentRole[];
  /** The day of an end that is still to come. */
  readonly comes: string | undefined;
}

const letter = (
  { name, email, language }: Recipient,
  words: Record<Language, Words>,
  { comes, roles, ...told }: Told,
) => {
  const until = comes === undefined ? '' : dayInWords(comes, language);
  const facts = { ...told, roles: rolesInWords(roles, language), until };
  return { email, content: { name, language, ...words[language](facts), ...signInAction } };
};
