import { seededId, type SeedRow } from '@lokaal/shared/seeding';

type Package = readonly (readonly [title: string, description: string])[];

/** Invented, but for the discount of effective members (2015). */
const packages: Readonly<Record<'EFFECTIVE' | 'ACCEDED' | 'COMPANY', Package>> = {
  EFFECTIVE: [
    ['Korting op opleidingen en activiteiten', 'U betaalt het ledentarief voor elke opleiding en elk evenement.'],
    ['Stem in de algemene vergadering', 'U kiest mee het bestuur en bepaalt mee de koers van de vereniging.'],
    ['Publicaties en opnames voor leden', 'U leest alle nota’s en bekijkt alle webinars die enkel voor leden zijn.'],
    ['Deelname aan de denktank', 'U kunt zich kandidaat stellen voor de denktank Lokale Transformatie.'],
  ],
  ACCEDED: [
    ['Plaats in een kenniskring', 'Uw bestuur leert en deelt met de besturen uit zijn streek.'],
    ['Oplossingencatalogus', 'Uw bestuur houdt er zijn softwareportfolio bij en leest ervaringen van anderen.'],
    ['Informatieveiligheidstool', 'Uw bestuur meet er zijn maturiteit, en vergelijkt zich met zijn kring.'],
    ['Publicaties en opnames voor leden', 'Al uw medewerkers lezen de nota’s en bekijken de webinars voor leden.'],
  ],
  COMPANY: [
    ['Stand aan ledentarief', 'Uw bedrijf staat aan een lager tarief op ManageIT en Shopt IT.'],
    ['Besloten netwerksessies', 'Uw bedrijf nodigt besturen uit voor een eigen sessie.'],
    ['Vermelding in de oplossingencatalogus', 'Uw redacteuren houden de fiches van uw oplossingen bij.'],
  ],
};

export const demoBenefits: readonly SeedRow[] = Object.entries(packages).flatMap(([type, benefits]) =>
  benefits.map(([title, description], index) => ({
    id: seededId('membershipbenefit', `${type}:${index}`),
    type,
    from_year: 2020,
    title,
    description: `${description} (Demonstratiegegeven)`,
    position: index + 1,
  })),
);
