import { seededId } from './seeded-id.js';

/** The organisation that is the municipality (gemeente) as a legal person. */
export const municipalityOrganisationId = (nis: string): string => seededId('organisation', `MUNICIPALITY:${nis}`);

/** The public centre for social welfare (OCMW) on the same territory: a legal person of its own. */
export const ocmwOrganisationId = (nis: string): string => seededId('organisation', `OCMW:${nis}`);

const cities = new Set(
  `Aalst|Aarschot|Antwerpen|Beringen|Bilzen|Bilzen-Hoeselt|Blankenberge|Borgloon|Bree|Brugge|Damme|Deinze|Dendermonde|Diest
  |Diksmuide|Dilsen-Stokkem|Eeklo|Geel|Genk|Gent|Geraardsbergen|Gistel|Halen|Halle|Hamont-Achel|Harelbeke|Hasselt|Herentals
  |Herk-de-Stad|Hoogstraten|Ieper|Izegem|Kortrijk|Landen|Leuven|Lier|Lo-Reninge|Lokeren|Lommel|Maaseik|Mechelen|Menen|Mesen
  |Mortsel|Nieuwpoort|Ninove|Oostende|Oudenaarde|Oudenburg|Peer|Poperinge|Roeselare|Ronse|Scherpenheuvel-Zichem|Sint-Niklaas
  |Sint-Truiden|Tielt|Tienen|Tongeren|Tongeren-Borgloon|Torhout|Turnhout|Veurne|Vilvoorde|Waregem|Wervik|Zottegem|Zoutleeuw`.split(
    /\s*\|/,
  ),
);

/** "Stad Lier" or "Gemeente Zemst": some municipalities bear the title of city. */
export const municipalityLegalName = (name: string): string => `${cities.has(name) ? 'Stad' : 'Gemeente'} ${name}`;
