import { createHash } from 'node:crypto';
import { addDays, demoAccounts, demoSeed, dice } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';

interface Keeper {
  readonly person_id: string;
  readonly organisation_id: string;
}

interface KeyPlan {
  readonly name: string;
  readonly scope: 'CATALOGUE_WRITE' | 'PORTFOLIO_READ';
  /** Roles of who may make it. */
  readonly roles: readonly string[];
  readonly kinds: readonly string[];
}

const ofVendors = { scope: 'CATALOGUE_WRITE', roles: ['VENDOR_EDITOR'], kinds: ['COMPANY'] } as const;
const ofAuthorities = {
  scope: 'PORTFOLIO_READ',
  roles: ['MEMBER_CONTACT', 'ICT_MANAGER'],
  kinds: ['MUNICIPALITY', 'OCMW', 'INTERMUNICIPAL'],
} as const;

/** Two systems of each organisation: the second key was replaced when the first one came. */
const plans: readonly (KeyPlan & { readonly organisations: number })[] = [
  { name: 'Productcatalogus', organisations: 12, ...ofVendors },
  { name: 'Configuratiedatabank', organisations: 15, ...ofAuthorities },
];

/** One keeper an organisation; those of the shown accounts first, so that whoever looks around has some. */
async function keepersOf(client: SqlClient, { name, roles, kinds, organisations }: (typeof plans)[number]) {
  const { rows } = await client.query(
    `select distinct on (organisation_id) person_id, organisation_id from employment
      join organisation on organisation.id = organisation_id
      where roles && $1 and kind = any ($2) and organisation.status = 'ACTIVE' and to_date is null
      order by organisation_id, person_id`,
    [roles, kinds],
  );
  const keepers = rows as unknown as Keeper[];
  const isShown = ({ organisation_id: id }: Keeper): boolean => demoAccounts.some((one) => one.organisationId === id);
  const others = keepers.filter((one) => !isShown(one));
  return [...keepers.filter(isShown), ...dice(demoSeed, 'api keys', name).some(others, organisations - 1)];
}

function keyRows(
  { name, scope }: KeyPlan,
  { person_id: personId, organisation_id: organisationId }: Keeper,
  lastDay: string,
): SeedRow[] {
  const by = dice(demoSeed, 'api key', organisationId);
  const madeOn = addDays(lastDay, by.between(-120, -30));
  const rowOf = (age: number, more: SeedRow): SeedRow => {
    const id = seededId('apikey', `${organisationId}:${age}`);
    return {
      id,
      organisation_id: organisationId,
      name: `${name} (demonstratie)`,
      scopes: [scope],
      // of a text that is no key, so that no key has this hash
      secret_hash: createHash('sha256').update(`no key: ${id}`).digest('base64url'),
      last_characters: by.between(4096, 65_535).toString(16),
      created_by_id: personId,
      created_at: `${addDays(madeOn, -age)}T09:00:00Z`,
      expires_at: `${addDays(madeOn, 365 - age)}T09:00:00Z`,
      ...more,
    };
  };
  const replaced = { revoked_at: `${addDays(madeOn, 1)}T10:00:00Z`, revoked_by_id: personId, version: 2 };
  return [
    rowOf(0, { last_used_at: `${lastDay}T05:00:00Z`, revoked_at: null, revoked_by_id: null, version: 1 }),
    rowOf(300, { last_used_at: `${madeOn}T05:00:00Z`, ...replaced }),
  ];
}

/** Keys of systems that nobody has: who looks around makes one of his own. */
export async function seedApiKeys(client: SqlClient, lastDay: string) {
  const rows: SeedRow[] = [];
  for (const plan of plans) {
    const keepers = await keepersOf(client, plan);
    rows.push(...keepers.flatMap((keeper) => keyRows(plan, keeper, lastDay)));
  }
  return { api_key: await insertRows(client, 'api_key', rows) };
}
