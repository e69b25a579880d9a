import {
  associationId,
  demoSeed,
  dice,
  inventedEnterpriseNumber,
  type DemoAuthority,
  type DemoCompany,
  type DemoWorld,
} from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';

/** Organisations that are no local authorities and no companies. The agencies exist; what they do here is invented. */
export const otherOrganisations = [
  { id: associationId, kind: 'ASSOCIATION', legal_name: 'Vereniging Lokaal Digitaal', domain: 'vereniging.example' },
  ...[
    { kind: 'FLEMISH_AGENCY', legal_name: 'Agentschap Digitaal Vlaanderen', domain: 'digitaal.example' },
    { kind: 'FLEMISH_AGENCY', legal_name: 'Agentschap Binnenlands Bestuur', domain: 'binnenland.example' },
    { kind: 'FLEMISH_AGENCY', legal_name: 'Agentschap Wegen en Verkeer', domain: 'wegen.example' },
    { kind: 'FLEMISH_AGENCY', legal_name: 'Departement Omgeving', domain: 'omgeving.example' },
    { kind: 'EDUCATION', legal_name: 'Hogeschool Scheldekaai', domain: 'scheldekaai.example' },
    { kind: 'EDUCATION', legal_name: 'Hogeschool Maaspoort', domain: 'maaspoort.example' },
    { kind: 'EDUCATION', legal_name: 'Academie voor Lokaal Bestuur', domain: 'academie.example' },
    { kind: 'EDUCATION', legal_name: 'Volwassenenonderwijs Leiedal', domain: 'leiedal-cvo.example' },
  ].map((one) => ({ id: seededId('organisation', `${one.kind}:${one.domain}`), ...one })),
];

/** Invented, and ended without a successor. */
const dissolvedOrganisations = [
  {
    kind: 'INTERMUNICIPAL',
    legal_name: 'Intercommunale Oude Leie',
    domain: 'oudeleie.example',
    ended_on: '2024-12-31',
  },
  { kind: 'ASSOCIATION', legal_name: 'Vzw Digitale Dorpen', domain: 'digitaledorpen.example', ended_on: '2023-06-30' },
].map((one) => ({ id: seededId('organisation', one.domain), status: 'DISSOLVED', ...one }));

const streets = [
  'Kerkstraat',
  'Markt',
  'Dorpsplein',
  'Stationsstraat',
  'Gemeenteplein',
  'Molenstraat',
  'Schoolstraat',
  'Kouter',
];

/** An invented company is somewhere in a town that exists. */
function addressOf({ slug }: DemoCompany, towns: readonly DemoAuthority[]): SeedRow {
  const by = dice(demoSeed, 'address', slug);
  const street = `${by.pick(streets)} ${by.between(1, 120)}`;
  const { postalCode, locality } = by.pick(towns);
  return { street, postal_code: postalCode, locality };
}

const withWebsite = ({ domain, ...row }: SeedRow & { readonly domain: string }): SeedRow => ({
  ...row,
  website: `https://www.${domain}`,
});

const isMunicipality = ({ kind }: DemoAuthority): boolean => kind === 'MUNICIPALITY';

/** Parent of an OCMW or AGB is the municipality of the same territory. */
function authorityRow(one: DemoAuthority, index: number, municipalityOf: ReadonlyMap<string, string>): SeedRow {
  const parent = one.nis === null ? undefined : municipalityOf.get(one.nis);
  return {
    id: one.id,
    kind: one.kind,
    legal_name: one.name,
    enterprise_number: inventedEnterpriseNumber(index),
    municipality_id: one.nis && seededId('municipality', one.nis),
    parent_id: isMunicipality(one) ? null : (parent ?? null),
    website: `https://www.${one.domain}`,
    postal_code: one.postalCode,
    locality: one.locality,
    status: one.mergedIntoId ? 'MERGED' : 'ACTIVE',
    merged_into_id: one.mergedIntoId,
    predecessor_ids: one.predecessorIds,
    ended_on: one.until,
  };
}

const companyRow =
  (towns: readonly DemoAuthority[]) =>
  (company: DemoCompany): SeedRow => ({
    id: company.organisationId,
    kind: 'COMPANY',
    legal_name: company.name,
    enterprise_number: company.enterpriseNumber,
    website: `https://www.${company.domain}`,
    ...addressOf(company, towns),
  });

/** Municipalities are there by the reference data; they get a postal code, and an invented enterprise number and website. */
const completeMunicipalities = `
  update organisation o set enterprise_number = r.enterprise_number, website = r.website,
    postal_code = r.postal_code
  from json_populate_recordset(null::organisation, $1) r where o.id = r.id`;

export async function seedOrganisations(client: SqlClient, { authorities, companies }: DemoWorld): Promise<number> {
  const municipalityOf = new Map(authorities.filter(isMunicipality).map(({ nis, id }) => [nis ?? '', id]));
  const rows = authorities.map((one, index) => ({ one, row: authorityRow(one, index, municipalityOf) }));
  const municipalities = rows.filter(({ one }) => isMunicipality(one)).map(({ row }) => row);
  await client.query(completeMunicipalities, [JSON.stringify(municipalities)]);
  const added = rows.filter(({ one }) => !isMunicipality(one)).map(({ row }) => row);
  await insertRows(client, 'organisation', added);
  await insertRows(client, 'organisation', companies.map(companyRow(authorities.filter(isMunicipality))));
  const others = otherOrganisations.map(withWebsite);
  await insertRows(client, 'organisation', others);
  const dissolved = dissolvedOrganisations.map(withWebsite);
  await insertRows(client, 'organisation', dissolved);
  return municipalities.length + added.length + companies.length + others.length + dissolved.length;
}

/** The composition of the regions is invented, so only the demonstration data has it. */
export async function seedReferenceRegions(client: SqlClient, { authorities }: DemoWorld): Promise<void> {
  const rows = authorities.filter(isMunicipality).map(({ nis, region }) => ({ nis, reference_region: region }));
  await client.query(
    `update municipality m set reference_region = r.reference_region
      from json_populate_recordset(null::municipality, $1) r where m.nis = r.nis`,
    [JSON.stringify(rows)],
  );
}
