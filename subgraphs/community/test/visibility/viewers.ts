import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { employee, type Given, type GivenOrganisation, type GivenPerson, inRoles, signedIn, staff } from '../given.js';

/** The columns of the matrix: every kind of viewer, as far as the community tells them apart. */
export const viewerNames = [
  'anonymous',
  'signedIn',
  'other',
  'vendor',
  'reader',
  'officer',
  'contact',
  'coordinator',
  'owner',
  'staff',
] as const;
export type ViewerName = (typeof viewerNames)[number];

export interface Organisations {
  readonly town: GivenOrganisation;
  readonly elsewhere: GivenOrganisation;
  readonly company: GivenOrganisation;
}

export interface People {
  /** Whose data it is; reader and contact are colleagues. Agreed to nothing. */
  readonly owner: GivenPerson;
  readonly coordinator: GivenPerson;
  readonly viewers: Readonly<Record<ViewerName, Viewer>>;
}

export async function peopleWhoLook(given: Given, { town, elsewhere, company }: Organisations): Promise<People> {
  const owner = await given.person({ email_confirmed_at: '2026-01-01T00:00:00Z' });
  const [coordinator, stranger] = [await given.person(), await given.person()];
  const at = async (organisation: GivenOrganisation, ...roles: string[]): Promise<Viewer> => {
    const person = await given.person();
    await given.employment(person, organisation, { roles });
    return inRoles(employee(person, organisation), ...roles);
  };
  await given.employment(owner, town, { roles: [] });
  const viewers = {
    anonymous,
    signedIn: signedIn(stranger),
    other: await at(elsewhere, 'READER', 'DPO', 'CISO', 'PORTFOLIO_EDITOR', 'MEMBER_CONTACT', 'ICT_MANAGER'),
    vendor: await at(company, 'VENDOR_EDITOR'),
    reader: await at(town, 'READER'),
    officer: await at(town, 'DPO', 'CISO', 'PORTFOLIO_EDITOR'),
    contact: await at(town, 'MEMBER_CONTACT', 'ICT_MANAGER'),
    coordinator: signedIn(coordinator),
    owner: inRoles(employee(owner, town)),
    staff: staff(await given.person()),
  };
  return { owner, coordinator, viewers };
}
