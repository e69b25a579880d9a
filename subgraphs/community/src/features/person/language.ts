import { registerEnumType } from 'type-graphql';

/** Language in which a person is written to. */
export enum Language {
  NL = 'NL',
  FR = 'FR',
  EN = 'EN',
  DE = 'DE',
}

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
