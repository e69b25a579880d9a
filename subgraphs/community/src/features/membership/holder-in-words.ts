import type { Language } from '../person/language.js';

/** How a mail begins a sentence about who holds a membership, and what is of that holder. */
export interface HolderWords {
  readonly is: string;
  readonly stays: string;
  readonly application: string;
  /** The membership, or its term. */
  readonly term: string;
}

/** To the member. */
const you: Record<Language, HolderWords> = {
  NL: { is: 'U bent', stays: 'U blijft', application: 'Uw aanvraag', term: 'Uw termijn' },
  FR: { is: 'Vous êtes', stays: 'Vous restez', application: 'Votre demande', term: 'Votre affiliation' },
  EN: { is: 'You are', stays: 'You stay', application: 'Your application', term: 'Your term' },
  DE: { is: 'Sie sind', stays: 'Sie bleiben', application: 'Ihr Antrag', term: 'Ihre Laufzeit' },
};

/** To the contact persons of an organisation that is the member. */
const others: Record<Language, (name: string) => HolderWords> = {
  NL: (name) => ({
    is: `${name} is`,
    stays: `${name} blijft`,
    application: `De aanvraag van ${name}`,
    term: `De termijn van ${name}`,
  }),
  FR: (name) => ({
    is: `${name} est`,
    stays: `${name} reste`,
    application: `La demande de ${name}`,
    term: `L’affiliation de ${name}`,
  }),
  EN: (name) => ({
    is: `${name} is`,
    stays: `${name} stays`,
    application: `The application of ${name}`,
    term: `The term of ${name}`,
  }),
  DE: (name) => ({
    is: `${name} ist`,
    stays: `${name} bleibt`,
    application: `Der Antrag von ${name}`,
    term: `Die Laufzeit von ${name}`,
  }),
};

interface Holder {
  readonly personId: string | null;
  readonly holderName: string;
}

/** Of a person only that person is told. */
export const holderInWords = ({ personId, holderName }: Holder, language: Language): HolderWords =>
  personId === null ? others[language](holderName) : you[language];
