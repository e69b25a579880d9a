import { addDays, dayBetween, demoSeed, dice, momentOn, weighted, type Dice } from '@lokaal/shared/demo';
import type { SeedRow } from '@lokaal/shared/seeding';
import type { Product } from './demo-products.js';
import type { ProductLine } from './product-lines.js';

const openLicenses = ['EUPL-1.2', 'AGPL-3.0-or-later', 'MIT', 'Apache-2.0', 'EUPL-1.2 OR GPL-3.0-or-later'];
const developmentStatus = weighted<[string, number]>(
  [
    ['STABLE', 82],
    ['BETA', 6],
    ['DEVELOPMENT', 5],
    ['CONCEPT', 3],
    ['OBSOLETE', 4],
  ],
  ([, weight]) => weight,
);
const strengths = [
  'Ontworpen samen met medewerkers van lokale besturen.',
  'Werkt op elk scherm en voldoet aan de regels voor toegankelijkheid.',
  'Rollen en rechten volgen de organisatiestructuur.',
  'Koppelt met de Vlaamse basisregisters.',
  'De gegevens blijven eigendom van het bestuur en zijn altijd uit te voeren.',
  'Een startpakket met instellingen voor kleine besturen is inbegrepen.',
  'Wijzigingen zijn achteraf per medewerker na te gaan.',
  'Opleiding en ondersteuning gebeuren in het Nederlands.',
];

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function audienceOf({ users }: ProductLine, by: Dice): string {
  if (users === 'M') return by.pick(['gemeenten', 'steden en gemeenten', 'gemeentelijke diensten']);
  if (users === 'O') return by.pick(["OCMW's", 'sociale diensten', 'het OCMW en zijn partners']);
  return by.pick(['lokale besturen', 'gemeente en OCMW', 'besturen van elke grootte']);
}

const enumerated = (features: readonly string[]): string => `${features.slice(0, -1).join(', ')} en ${features.at(-1)}`;

function texts({ name, line }: Product, by: Dice) {
  const features = by.some(line.features, 3);
  const short = `${capitalised(line.label)} voor ${audienceOf(line, by)}: ${enumerated(features)}.`;
  const more = line.features.filter((feature) => !features.includes(feature));
  const extra = more.length > 0 ? `Ook voorzien: ${more.slice(0, 2).join(' en ')}. ` : '';
  return {
    short_description: short,
    long_description:
      `${name} ondersteunt ${line.label} van begin tot eind. ${extra}${by.some(strengths, 2).join(' ')} ` +
      'Demonstratiegegeven: dit product bestaat niet.',
  };
}

const deploymentChances: readonly (readonly [string, number])[] = [
  ['SAAS', 0.78],
  ['ON_PREMISE', 0.32],
  ['PRIVATE_CLOUD', 0.24],
  ['MOBILE', 0.16],
  ['DESKTOP', 0.08],
];

function deploymentTypes(by: Dice): string[] {
  const types = deploymentChances.filter(([, chance]) => by.chance(chance)).map(([type]) => type);
  return types.length > 0 ? types : ['SAAS'];
}

function license({ company, slug }: Product, by: Dice) {
  if (by.chance(0.87)) return { license: 'PROPRIETARY', publiccode_url: null };
  return { license: by.pick(openLicenses), publiccode_url: `https://code.${company.domain}/${slug}/publiccode.yml` };
}

/** A few do something else besides. */
function functionsOf({ line }: Product, lines: readonly ProductLine[], by: Dice): string[] {
  const other = by.pick(lines).function;
  return by.chance(0.12) && other !== line.function ? [line.function, other] : [line.function];
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** Two years: half of them are older than the twelve months after which a confirmation is stale. */
const freshDays = 730;

export function solutionRow(product: Product, lines: readonly ProductLine[], lastDay: string): SeedRow {
  const by = dice(demoSeed, 'solution', product.slug);
  const createdOn = dayBetween(by, '2018-06-01', '2026-03-31');
  const updatedOn = dayBetween(by, createdOn, lastDay);
  const confirmedOn = dayBetween(by, later(createdOn, addDays(lastDay, -freshDays)), lastDay);
  const isOpen = product.status === 'PUBLISHED' || product.status === 'WITHDRAWN';
  return {
    id: product.id,
    slug: product.slug,
    name: product.name,
    vendor_id: product.vendorId,
    ...texts(product, by),
    kind: product.line.kind,
    ...license(product, by),
    deployment_types: deploymentTypes(by),
    functions: functionsOf(product, lines, by),
    languages: ['nl', ...(by.chance(0.22) ? ['fr'] : []), ...(by.chance(0.3) ? ['en'] : [])],
    development_status: developmentStatus(by)[0],
    status: product.status,
    last_confirmed_at: isOpen ? momentOn(by, confirmedOn) : null,
    created_at: momentOn(by, createdOn),
    updated_at: momentOn(by, updatedOn),
  };
}
