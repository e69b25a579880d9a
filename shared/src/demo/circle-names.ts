import type { DemoAuthority } from './authorities.js';

/** Landscapes by a municipality that lies in each: a circle with that municipality takes the name. */
const landscapes: Readonly<Record<string, string>> = {
  Aalst: 'Denderstreek',
  Aarschot: 'Demervallei',
  Asse: 'Brabantse Kouters',
  Boom: 'Rupelstreek',
  Brasschaat: 'Voorkempen',
  Brugge: 'Brugse Ommeland',
  Deinze: 'Leiestreek',
  Dendermonde: 'Scheldeland',
  Diksmuide: 'IJzervallei',
  Eeklo: 'Meetjesland',
  Geel: 'Zuiderkempen',
  Genk: 'Hoge Kempen',
  Ieper: 'Westhoek',
  'Knokke-Heist': 'Zwinstreek',
  Kortrijk: 'Leievallei',
  Lennik: 'Pajottenland',
  Lommel: 'Noord-Limburg',
  Maaseik: 'Maasland',
  Mechelen: 'Dijlevallei',
  Mortsel: 'Zuidrand',
  Ninove: 'Denderland',
  Oostende: 'Middenkust',
  Oudenaarde: 'Vlaamse Ardennen',
  Overijse: 'Druivenstreek',
  'Puurs-Sint-Amands': 'Klein-Brabant',
  Roeselare: 'Mandelstreek',
  'Sint-Niklaas': 'Waasland',
  'Sint-Truiden': 'Haspengouw',
  Tienen: 'Hageland',
  Turnhout: 'Noorderkempen',
  Veurne: 'Westkust',
  Vilvoorde: 'Zennevallei',
};

const municipalityName = ({ name }: DemoAuthority): string => name.replace(/^(Stad|Gemeente) /, '');

/** The landscape of one of its members, else the region around the largest; never a name that is taken. */
export function circleName(largestFirst: readonly DemoAuthority[], taken: ReadonlySet<string>): string {
  const names = largestFirst.map(municipalityName);
  const wanted = [...names.flatMap((name) => landscapes[name] ?? []), ...names.map((name) => `Regio ${name}`)];
  const free = wanted.find((name) => !taken.has(name));
  if (!free) throw new Error(`No name is left for the circle of ${names.join(', ')}.`);
  return free;
}
