import { type Language, locales } from '../person/language.js';

/** How long something stands: "48 uur". */
const hoursInWords = (hours: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'unit', unit: 'hour', unitDisplay: 'long' }).format(hours);

const sentences: Record<Language, (time: string) => string> = {
  NL: (time) =>
    `Komt er een plaats vrij en is het uw beurt, dan krijgt u een mail. U hebt dan ${time} om ze te aanvaarden, en niet langer dan tot het begin; daarna gaat ze naar de volgende.`,
  FR: (time) =>
    `Quand une place se libère et que c’est votre tour, vous recevez un e-mail. Vous avez alors ${time} pour l’accepter, au plus tard jusqu’au début ; ensuite elle va à la personne suivante.`,
  EN: (time) =>
    `When a place comes free and it is your turn, you get a mail. You then have ${time} to accept it, and no longer than until it begins; afterwards it goes to the next in line.`,
  DE: (time) =>
    `Wird ein Platz frei und sind Sie an der Reihe, bekommen Sie eine E-Mail. Sie haben dann ${time}, um ihn anzunehmen, höchstens bis zum Beginn; danach geht er an die nächste Person.`,
};

/** What comes for who waits: how an offer is made, and for how long it stands. */
export const offersInWords = (hours: number, language: Language): string =>
  sentences[language](hoursInWords(hours, language));
