import { seededId } from '../seeding/seeded-id.js';
import { dice } from './dice.js';
import { inventedEnterpriseNumber } from './enterprise-number.js';
import { slugOf } from './names.js';
import { demoSeed } from './seed.js';

const dutch = {
  starts: `Klaver Linden Berken Wilgen Zilver Noorder Vlas Hoppe Heide Duin Leeuwerik Havik Reiger Kwartel Otter Hazel Vlier Mispel Tarwe
    Gerst Koren Wiek Toren Anker Lantaarn Veer Zonne Maan Sterren Regen Wolken Mist Koper Kwarts Amber Eiken Populier Zwaluw Merel Vink`,
  ends: `brug bron veld poort spoor lijn kade werf tuin gaard steen burcht wijzer wacht horst donk laar bocht kruin vliet sluis kreek hoek
    stal schans kamer boog draad raster knoop`,
};
const other = {
  starts: `Lum Ast Kor Tal Sil Bri Del Fen Gal Hel Jun Kel Lor Nim Pel Quin Ros Tri Wen Zor Alv Cal Dor Fyr Gor Hav Jor Kyr Lan Mov
    Nor Ost Pry Rav Sor Tev Ulm Vor Wyl Yar`,
  ends: `endo ara ivo onda elis umo antis erra ilio oria esto uvia ando yntra ocus amenta ivera olis ento anura eska imar orro ulia
    avond eryn ilde onte usca arin etto iga olde ura inea axo`,
};
const activities = [
  'Software',
  'Informatica',
  'Systems',
  'Data',
  'Digitaal',
  'Solutions',
  'IT',
  'Consult',
  'Cloud',
  'Applicaties',
];
const forms = ['BV', 'BV', 'NV', 'BV', 'CV'];

/** Names that came out of the combinations by chance, and that exist. */
const taken = new Set([
  'Zonneveld',
  'Duinveld',
  'Lindenhoek',
  'Noorderkempen',
  'Calolis',
  'Torenhoek',
  'Delara',
  'Solara',
  'Norando',
]);

const combined = ({ starts, ends }: typeof dutch): string[] =>
  starts.split(/\s+/).flatMap((start) => ends.split(/\s+/).map((end) => start + end));

const brands = ((): string[] => {
  const both = [combined(dutch), combined(other)].map((names) => dice(demoSeed, 'brands').some(names, names.length));
  return both[0]!.flatMap((name, index) => [name, both[1]![index] ?? '']).filter((name) => name && !taken.has(name));
})();

/** More names than these the combinations do not give. */
export const mostCompanies = brands.length;

/** An invented company; the first 54 are members (ICT-bedrijfslid) and organisations, others only vendors. */
export interface DemoCompany {
  readonly organisationId: string;
  readonly slug: string;
  /** First word of its name and of its products' names. */
  readonly brand: string;
  readonly name: string;
  readonly domain: string;
  readonly enterpriseNumber: string;
}

/** ICT company members in 2024. */
export const memberCompanies = 54;

export function demoCompany(index: number): DemoCompany {
  const brand = brands[index];
  if (!brand) throw new RangeError(`There are names for ${mostCompanies} companies.`);
  const by = dice(demoSeed, 'company', index);
  const slug = slugOf(brand);
  return {
    organisationId: seededId('organisation', `COMPANY:${slug}`),
    slug,
    brand,
    name: `${brand} ${by.pick(activities)} ${by.pick(forms)}`,
    domain: `${slug}.example`,
    enterpriseNumber: inventedEnterpriseNumber(10_000 + index),
  };
}
