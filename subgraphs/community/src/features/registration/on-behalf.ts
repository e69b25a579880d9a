import type { Viewer } from '@lokaal/shared/auth';
import type { Language } from '../person/language.js';
import type { Turn } from '../waiting-list/places.js';
import { employerActedFor } from './colleague.query.js';
import type { RegistrationMail } from './registration-mail.js';

// it names nobody: whoever did it is erased from all else when that person goes
const words: Record<Language, (organisation: string | undefined) => string> = {
  NL: (organisation) =>
    `Dit gebeurde in uw naam, door ${organisation ? `een contactpersoon van ${organisation}` : 'de vereniging'}.`,
  FR: (organisation) =>
    `Ceci a été fait en votre nom, par ${organisation ? `une personne de contact de ${organisation}` : 'l’association'}.`,
  EN: (organisation) =>
    `This was done on your behalf, by ${organisation ? `a contact person of ${organisation}` : 'the association'}.`,
  DE: (organisation) =>
    `Dies geschah in Ihrem Namen, durch ${organisation ? `eine Kontaktperson von ${organisation}` : 'den Verband'}.`,
};

interface Done {
  readonly viewer: Viewer;
  /** Whose registration it is. */
  readonly of: { readonly personId: string | null };
}

/** A mail about what somebody else did says first for whom that was; of what the person did it stays as it is. */
export async function onBehalf(
  turn: Turn,
  { viewer, of: { personId } }: Done,
  mail: RegistrationMail,
): Promise<RegistrationMail> {
  if (personId === null || personId === viewer.personId) return mail;
  const organisation = await employerActedFor(turn, viewer, personId);
  return (to, ...about) => {
    const content = mail(to, ...about);
    return { ...content, paragraphs: [words[to.language](organisation), ...content.paragraphs] };
  };
}
