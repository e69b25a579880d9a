import { readMunicipalities, seededId } from '../seeding/index.js';
import { authoritiesOn, type DemoAuthority } from './authorities.js';
import { demoCircles, type DemoCircle } from './circles.js';
import { demoCompany, memberCompanies, type DemoCompany } from './companies.js';
import { otherAuthorities } from './other-authorities.js';

/** What the three subgraphs' demonstration data have in common; each makes it for itself and gets the same. */
export interface DemoWorld {
  /** Local authorities, those that merged into another included. */
  readonly authorities: readonly DemoAuthority[];
  readonly circles: readonly DemoCircle[];
  /** The company members. */
  readonly companies: readonly DemoCompany[];
}

/** The ICT manager that each municipality of today has. */
export const ictManagerId = ({ key }: Pick<DemoAuthority, 'key'>): string => seededId('person', `${key}:ICT_MANAGER`);

/** Real municipalities; everything else about them here, and everybody else, is invented. */
export function demoWorld(): DemoWorld {
  const municipalities = readMunicipalities();
  const active = municipalities.filter(({ valid_to: until }) => until === null);
  const authorities = [
    ...municipalities.flatMap((one) => authoritiesOn(one, municipalities)),
    ...otherAuthorities(active),
  ];
  return {
    authorities,
    circles: demoCircles(authorities),
    companies: Array.from({ length: memberCompanies }, (_, index) => demoCompany(index)),
  };
}
