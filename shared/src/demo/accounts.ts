// Not from the folder's index: the gateway alone shows these accounts, and carries no libraries for files or databases.
import { municipalityOrganisationId, ocmwOrganisationId } from '../seeding/authorities.js';
import { seededId } from '../seeding/seeded-id.js';
import { demoCompany } from './companies.js';

/** A person to sign in as, shown on the start screen. */
export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string;
}

/** Everything of this vendor may be edited by the second account. */
const shownCompany = demoCompany(0);

/** The association whose staff the third account belongs to. */
export const associationId = seededId('organisation', 'ASSOCIATION:lokaal-digitaal');

/** Bilzen-Hoeselt came from a merger, so its DPO reads records of three municipalities and their OCMWs. */
export const shownMunicipality = {
  nis: '73110',
  organisationId: municipalityOrganisationId('73110'),
  ocmwId: ocmwOrganisationId('73110'),
};

/** Of these accounts. Known to everybody who can read this: demonstration data is not for a server that others reach. */
export const demoPassword = 'kijk-maar-rond-27';

export const demoAccounts: readonly DemoAccount[] = [
  {
    role: 'DPO and CISO of the city of Bilzen-Hoeselt',
    email: 'dpo@bilzen-hoeselt.example',
    personId: seededId('person', 'account:dpo'),
    name: 'Sofie Vermeulen',
    organisationId: shownMunicipality.organisationId,
  },
  {
    role: `Editor at the vendor ${shownCompany.name}`,
    email: `redactie@${shownCompany.domain}`,
    personId: seededId('person', 'account:vendor'),
    name: 'Karim Goossens',
    organisationId: shownCompany.organisationId,
  },
  {
    role: 'Member of staff of the association',
    email: 'medewerker@vereniging.example',
    personId: seededId('person', 'account:staff'),
    name: 'Lieve De Ridder',
    organisationId: associationId,
  },
  {
    role: 'Contact person of the municipality of Zoersel, which is in no circle yet',
    email: 'contact@zoersel.example',
    personId: seededId('person', 'account:contact'),
    name: 'Hilde Claes',
    organisationId: municipalityOrganisationId('11055'),
  },
];
