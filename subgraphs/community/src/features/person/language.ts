import { registerEnumType } from 'type-graphql';

/** Language in which a person is written to. */
export enum Language {
  NL = 'NL',
  FR = 'FR',
  EN = 'EN',
  DE = 'DE',
}

/** How dates and amounts are written for who reads a language in Belgium. */
export const locales: Readonly<Record<Language, string>> = { NL: 'nl-BE', FR: 'fr-BE', EN: 'en-GB', DE: 'de-BE' };

registerEnumType(Language, {
  name: 'Language',
  description: 'Taal: language in which a person is written to.',
  valuesConfig: {
    NL: { description: 'Nederlands: Dutch.' },
    FR: { description: 'Frans: French.' },
    EN: { description: 'Engels: English.' },
    DE: { description: 'Duits: German.' },
  },
});
