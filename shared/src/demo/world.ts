import { readMunicipalities, seededId } from '../seeding/index.js';
import { authoritiesOn, type DemoAuthority } from './authorities.js';
import {
  demoCircles,
  demoOutsiders,
  demoProposals,
  type DemoCircle,
  type DemoOutsider,
  type DemoProposal,
} from './circles.js';
import { demoCompany, memberCompanies, type DemoCompany } from './companies.js';
import { dice } from './dice.js';
import { otherAuthorities } from './other-authorities.js';
import { demoSeed } from './seed.js';

/** What the three subgraphs' demonstration data have in common; each makes it for itself and gets the same. */
export interface DemoWorld {
  /** The last day that it knows: nothing in it happened later. What is planned, and ends of terms, lie after it. */
  readonly lastDay: string;
  /** Local authorities, those that merged into another included. */
  readonly authorities: readonly DemoAuthority[];
  readonly circles: readonly DemoCircle[];
  readonly proposals: readonly DemoProposal[];
  /** In no circle, and in no proposal of one. */
  readonly outsiders: readonly DemoOutsider[];
  /** The company members. */
  readonly companies: readonly DemoCompany[];
}

/** The ICT manager that each municipality of today has. */
export const ictManagerId = ({ key }: Pick<DemoAuthority, 'key'>): string => seededId('person', `${key}:ICT_MANAGER`);

/** With fewer inhabitants an authority has nobody who prepares a verification. */
const verifiedFrom = 3_000;

/** Whether a local authority has its measurements of today verified, if it wants to. */
export const mayBeVerified = ({ until, population }: Pick<DemoAuthority, 'until' | 'population'>): boolean =>
  until === null && population >= verifiedFrom;

/** Whether a local authority of today that measures itself had the last one verified, and published its label. */
export const showsLabel = (authority: DemoAuthority): boolean =>
  mayBeVerified(authority) && dice(demoSeed, 'label shown', authority.key).chance(0.7);

/** Real municipalities; everything else about them here, and everybody else, is invented: the same for the same day. */
export function demoWorld(lastDay: string): DemoWorld {
  const municipalities = readMunicipalities();
  const active = municipalities.filter(({ valid_to: until }) => until === null);
  const authorities = [
    ...municipalities.flatMap((one) => authoritiesOn(one, municipalities)),
    ...otherAuthorities(active),
  ];
  const circles = demoCircles(authorities);
  return {
    lastDay,
    authorities,
    circles,
    proposals: demoProposals(authorities),
    outsiders: demoOutsiders(authorities, circles),
    companies: Array.from({ length: memberCompanies }, (_, index) => demoCompany(index)),
  };
}
