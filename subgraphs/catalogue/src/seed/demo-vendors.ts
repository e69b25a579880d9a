import {
  dayBetween,
  demoCompany,
  demoSeed,
  dice,
  memberCompanies,
  momentOn,
  mostCompanies,
  type DemoCompany,
} from '@lokaal/shared/demo';
import { seededId, type SeedRow } from '@lokaal/shared/seeding';

/** Vendors in the catalogue in 2024: more than 240, of which 54 are company members. */
const vendorsAtScaleOne = 240;

/** More products need more vendors, but not in proportion; at some size the invented names are used up. */
export const vendorCount = (scale: number): number =>
  Math.min(mostCompanies, Math.round(vendorsAtScaleOne * Math.sqrt(scale)));

export const vendorId = ({ slug }: Pick<DemoCompany, 'slug'>): string => seededId('vendor', slug);

const strengths = [
  'dienstverlening',
  'financiën',
  'ruimte en omgeving',
  'vrije tijd',
  'zorg en welzijn',
  'infrastructuur',
  'interne werking',
];

/** The first ones are the company members, whose claim on their vendor was approved; of others less is known. */
export function vendorRow(index: number, lastDay: string): SeedRow {
  const company = demoCompany(index);
  const by = dice(demoSeed, 'vendor', company.slug);
  const [first, second] = by.some(strengths, 2);
  const isMember = index < memberCompanies;
  const createdOn = dayBetween(by, '2018-03-01', '2024-12-31');
  return {
    id: vendorId(company),
    slug: company.slug,
    name: company.name,
    enterprise_number: isMember || by.chance(0.5) ? company.enterpriseNumber : null,
    description: `Software voor lokale besturen, vooral voor ${first} en ${second}. Demonstratiegegeven: deze leverancier is verzonnen.`,
    website: `https://www.${company.domain}`,
    contact_email: `info@${company.domain}`,
    organisation_id: isMember ? company.organisationId : null,
    created_at: momentOn(by, createdOn),
    updated_at: momentOn(by, dayBetween(by, createdOn, lastDay)),
  };
}
