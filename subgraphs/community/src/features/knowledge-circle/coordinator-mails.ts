import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';

export interface CoordinatorFacts {
  readonly circle: string;
  /** The coordinator's name; empty for who may not know it. */
  readonly who: string;
}

/** Subjects name nobody: they stay once a mail is sent, its text does not. */
type Words = Record<Language, (facts: CoordinatorFacts) => Pick<MailContent, 'subject' | 'paragraphs'>>;

/** One change of who coordinates: in words to that person, and to the circle. */
export interface CoordinatorChange {
  readonly toPerson: Words;
  readonly toCircle: Words;
}

export const appointed: CoordinatorChange = {
  toPerson: {
    NL: ({ circle }) => ({
      subject: `U bent regiocoördinator van kenniskring ${circle}`,
      paragraphs: [
        `U bent aangesteld als regiocoördinator van kenniskring ${circle}.`,
        'U houdt vanaf nu de gegevens van de kring bij, beantwoordt vragen om toe te treden en plant de bijeenkomsten.',
      ],
    }),
    FR: ({ circle }) => ({
      subject: `Vous coordonnez le cercle de connaissances ${circle}`,
      paragraphs: [
        `Vous êtes nommé coordinateur régional du cercle de connaissances ${circle}.`,
        'Dès maintenant, vous tenez à jour les données du cercle, répondez aux demandes d’adhésion et planifiez les réunions.',
      ],
    }),
    EN: ({ circle }) => ({
      subject: `You coordinate knowledge circle ${circle}`,
      paragraphs: [
        `You were appointed regional coordinator of knowledge circle ${circle}.`,
        'From now on you keep the data of the circle, answer requests to join and plan its meetings.',
      ],
    }),
    DE: ({ circle }) => ({
      subject: `Sie koordinieren den Wissenskreis ${circle}`,
      paragraphs: [
        `Sie wurden für den Wissenskreis ${circle} mit der Regionalkoordination betraut.`,
        'Ab jetzt pflegen Sie die Daten des Kreises, beantworten Beitrittsanfragen und planen die Treffen.',
      ],
    }),
  },
  toCircle: {
    NL: ({ circle, who }) => ({
      subject: `Nieuwe regiocoördinator voor kenniskring ${circle}`,
      paragraphs: [`Kenniskring ${circle} heeft een nieuwe regiocoördinator${who && `: ${who}`}.`],
    }),
    FR: ({ circle, who }) => ({
      subject: `Nouveau coordinateur régional pour le cercle de connaissances ${circle}`,
      paragraphs: [`Le cercle de connaissances ${circle} a un nouveau coordinateur régional${who && ` : ${who}`}.`],
    }),
    EN: ({ circle, who }) => ({
      subject: `New regional coordinator for knowledge circle ${circle}`,
      paragraphs: [`Knowledge circle ${circle} has a new regional coordinator${who && `: ${who}`}.`],
    }),
    DE: ({ circle, who }) => ({
      subject: `Neue Regionalkoordination für den Wissenskreis ${circle}`,
      paragraphs: [`Der Wissenskreis ${circle} hat eine neue Regionalkoordination${who && `: ${who}`}.`],
    }),
  },
};

export const dismissed: CoordinatorChange = {
  toPerson: {
    NL: ({ circle }) => ({
      subject: `U bent geen regiocoördinator van kenniskring ${circle} meer`,
      paragraphs: [
        `U bent niet langer regiocoördinator van kenniskring ${circle}. Lijkt u dat een vergissing? Neem dan contact op met de vereniging.`,
      ],
    }),
    FR: ({ circle }) => ({
      subject: `Vous ne coordonnez plus le cercle de connaissances ${circle}`,
      paragraphs: [
        `Vous n’êtes plus coordinateur régional du cercle de connaissances ${circle}. Cela vous semble une erreur ? Contactez alors l’association.`,
      ],
    }),
    EN: ({ circle }) => ({
      subject: `You no longer coordinate knowledge circle ${circle}`,
      paragraphs: [
        `You are no longer regional coordinator of knowledge circle ${circle}. Do you think that this is a mistake? Then contact the association.`,
      ],
    }),
    DE: ({ circle }) => ({
      subject: `Sie koordinieren den Wissenskreis ${circle} nicht mehr`,
      paragraphs: [
        `Sie sind nicht mehr mit der Regionalkoordination des Wissenskreises ${circle} betraut. Halten Sie das für einen Irrtum? Dann wenden Sie sich an den Verband.`,
      ],
    }),
  },
  toCircle: {
    NL: ({ circle, who }) => ({
      subject: `Regiocoördinator van kenniskring ${circle} stopt`,
      paragraphs: [`Een regiocoördinator van kenniskring ${circle} is dat niet langer${who && `: ${who}`}.`],
    }),
    FR: ({ circle, who }) => ({
      subject: `Un coordinateur régional du cercle de connaissances ${circle} s’en va`,
      paragraphs: [`Un coordinateur régional du cercle de connaissances ${circle} ne l’est plus${who && ` : ${who}`}.`],
    }),
    EN: ({ circle, who }) => ({
      subject: `A regional coordinator of knowledge circle ${circle} steps down`,
      paragraphs: [`A regional coordinator of knowledge circle ${circle} no longer is one${who && `: ${who}`}.`],
    }),
    DE: ({ circle, who }) => ({
      subject: `Regionalkoordination des Wissenskreises ${circle} endet`,
      paragraphs: [`Jemand koordiniert den Wissenskreis ${circle} nicht mehr${who && `: ${who}`}.`],
    }),
  },
};
