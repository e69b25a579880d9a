import type { Dice } from './dice.js';

const words = (text: string): string[] => text.trim().split(/\s*[|\n]\s*/);

const firstNames = words(`
  An|Anke|Anneleen|Annelies|Aylin|Barbara|Bart|Ben|Bert|Bram|Britt|Caroline|Charlotte|Chris|Christophe|Dario|David|Dieter|Dirk|Dries
  Eline|Elke|Ellen|Els|Emma|Erik|Eva|Evelien|Evi|Fatima|Filip|Frank|Geert|Gert|Goedele|Greet|Griet|Guy|Hanne|Hans|Heidi|Hilde|Hugo
  Ilse|Ines|Inge|Ingrid|Jan|Jana|Jelle|Jens|Jeroen|Jo|Johan|Joke|Joost|Jonas|Joris|Julie|Jurgen|Kaat|Karel|Karen|Karim|Katleen
  Katrien|Kenny|Kevin|Kim|Koen|Kris|Kristof|Lana|Lander|Laura|Leen|Lien|Lies|Lieselot|Lieve|Lisa|Lore|Lotte|Luc|Maarten|Mario|Marie
  Marijke|Mark|Martine|Mathias|Mehmet|Michiel|Mieke|Mohamed|Nadia|Nathalie|Nele|Nick|Nico|Nicolas|Nina|Olivier|Patrick|Paul|Peter
  Petra|Philippe|Pieter|Pieter-Jan|Raf|Rik|Rita|Robbe|Ruben|Ruth|Saar|Sander|Sandra|Sara|Sarah|Sien|Sigrid|Simon|Sofie|Stef|Steven
  Stijn|Sven|Tania|Thomas|Tim|Tine|Tinne|Tom|Toon|Veerle|Wannes|Ward|Werner|Wim|Wout|Yannick|Yasmina|Youssef|Yves`);

const surnames = words(`
  Adriaensen|Aerts|Baert|Bauwens|Beckers|Benali|Bogaert|Bogaerts|Borremans|Bosmans|Braem|Callens|Carlier|Ceulemans|Christiaens|Clauwaert
  Claessens|Claeys|Cools|Coppens|Cornelis|Daems|De Backer|De Baets|De Bruyn|De Clercq|De Cock|De Coninck|De Graeve|De Groote|De Keyser
  De Meyer|De Pauw|De Ridder|De Roo|De Smedt|De Smet|De Vos|De Wilde|De Winter|De Witte|Declercq|Deckers|Decock|Dekeyser|Demir|Denys
  Desmet|Devos|Dewulf|Dhondt|Dierckx|Driesen|El Amrani|Engelen|Eykens|Fonteyn|Gabriels|Geerts|Geys|Gielen|Goethals|Goossens|Govaerts
  Hendrickx|Hermans|Heylen|Heymans|Hoste|Huys|Huysmans|Jacquemyn|Janssen|Janssens|Jansen|Joos|Kaya|Kerkhofs|Laenen|Lambrechts|Lauwers
  Leemans|Lemmens|Lenaerts|Maertens|Maes|Martens|Mertens|Meeus|Meulemans|Michiels|Moens|Moons|Nelissen|Nijs|Nguyen|Notebaert|Nuyts
  Ooms|Pauwels|Peeters|Poppe|Pieters|Raes|Raeymaekers|Reynders|Roels|Rombouts|Samyn|Schepers|Segers|Sels|Simons|Smeets|Smeyers|Somers
  Staelens|Stevens|Swinnen|Tack|Theunis|Theys|Thijs|Timmermans|Van Acker|Van Belle|Van Damme|Van den Bossche|Van den Broeck
  Van Dyck|Van Hecke|Van Hoof|Van Hove|Van Laere|Van Looy|Van Nuffel|Van Roy|Vanhoutte|Van de Velde|Van de Walle|Vandamme
  Vandenberghe|Vandenbroucke|Vandewalle|Vanneste|Verbeke|Verbruggen|Vercammen|Vercruysse|Verdonck|Verhaegen|Verhelst|Verhoeven
  Verlinden|Vermeersch|Vermeiren|Vermeulen|Verschueren|Verstraete|Vervoort|Wauters|Wellens|Willems|Wouters|Wuyts|Wyns|Yildiz`);

/** A common first name and a common surname, put together by chance: any likeness to a real person is accidental. */
export const inventedName = (by: Dice): string => `${by.pick(firstNames)} ${by.pick(surnames)}`;

/** Small letters, digits and hyphens, for addresses and slugs. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** "An De Smet" at aartselaar.example is an.desmet@aartselaar.example; `.example` can never receive mail (RFC 2606). */
function inventedEmail(name: string, domain: string): string {
  const [first = '', ...rest] = name.split(' ').map((part) => slugOf(part));
  return `${first}.${rest.join('')}@${domain}`;
}

/** An address is given once: whoever has the same name gets a number. */
export function freeEmail(name: string, domain: string, taken: Set<string>): string {
  const wanted = inventedEmail(name, domain);
  let email = wanted;
  for (let number = 2; taken.has(email); number += 1) email = wanted.replace('@', `${number}@`);
  taken.add(email);
  return email;
}
