import { circleTable, outsideTable, proposalTable } from './circle-table.js';
import { grouped } from './grouped.js';
import {
  demoAccounts,
  demoCompany,
  demoWorld,
  formerMemberships,
  inventedEnterpriseNumber,
  mostCompanies,
} from './index.js';
import { shownMunicipality } from './accounts.js';
import { demoPlan } from '../../test/demo-plan.js';

const { lastDay } = demoPlan;
const world = demoWorld(lastDay);
const active = (kind: string) => world.authorities.filter((one) => one.kind === kind && !one.until);

/** Companies and products that sell to Flemish local authorities, and large ones: none may appear in invented names. */
const realNames =
  `Cipal|Schaubroeck|CEVI|Remmicom|Inetum|Orbis|Sweco|Geo-IT|Green Valley|Tobania|Cronos|Civadis|NRB|Adehis|Microsoft
  |Oracle|Esri|Centric|Cegeka|Logins|Nexuz|Icordis|Infodatek|Xylos|Telenet|Proximus|Belfius|Delaware|Aptean|Syx|Ticketmatic
  |Recreatex|Mercurius|Persephone|Saga|Alfresco|Topdesk|PinkRoccade|Exact|Ubench|Simac|Ultimoo|Econocom|Sopra|Capgemini`.split(
    /\s*\|/,
  );

describe('the demonstration world', () => {
  it('is the same each time it is made', () => {
    expect(demoWorld(lastDay)).toEqual(world);
  });

  it('has the association’s proportions', () => {
    expect(
      [active('MUNICIPALITY'), active('OCMW'), world.circles, world.companies].map(({ length }) => length),
    ).toEqual([285, 285, 52, 54]);
  });

  it('gives every organisation an id of its own', () => {
    const ids = [
      ...world.authorities.map(({ id }) => id),
      ...world.companies.map(({ organisationId }) => organisationId),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has 15 reference regions, each within reach of a comparison', () => {
    const regions = grouped(active('MUNICIPALITY'), ({ region }) => region);
    expect(regions.size).toBe(15);
    expect(Math.min(...[...regions.values()].map(({ length }) => length))).toBeGreaterThanOrEqual(5);
  });

  it('merges former municipalities and their OCMWs into those of today', () => {
    const merged = world.authorities.filter(({ until }) => until);
    const byId = new Map(world.authorities.map((one) => [one.id, one]));
    expect(merged).toHaveLength(2 * 27);
    for (const one of merged) expect(byId.get(one.mergedIntoId ?? '')?.predecessorIds).toContain(one.id);
  });
});

describe('circles', () => {
  const memberships = [...world.circles.flatMap((circle) => circle.memberships), ...formerMemberships(world)];

  it('have names and at least three members each', () => {
    expect(new Set(world.circles.map(({ name }) => name)).size).toBe(52);
    expect(Math.min(...world.circles.map(({ members }) => members.length))).toBeGreaterThanOrEqual(3);
  });

  it('place each municipality of today once: in a circle, in a proposal or outside', () => {
    const placed = [
      ...circleTable.map(([, , municipalities]) => municipalities),
      ...proposalTable.map(([, municipalities]) => municipalities),
      ...outsideTable.map(([municipality]) => municipality),
    ].flatMap((names) => names.split(', '));
    expect(placed.toSorted()).toEqual(
      active('MUNICIPALITY')
        .map(({ locality }) => locality)
        .toSorted(),
    );
  });

  it('lie each in one province, and in the reference regions that the table says: mostly in the first', () => {
    const elsewhere = world.circles.filter(({ members }, index) => {
      const said = circleTable[index]![1].split(', ');
      const counts = grouped(members, ({ region }) => region);
      const most = [...counts].toSorted(([, one], [, other]) => other.length - one.length).map(([region]) => region);
      return new Set(members.map(({ province }) => province)).size > 1 || most.join() !== said.join();
    });
    expect(elsewhere.map(({ name }) => name)).toEqual([]);
  });

  it('of which an outsider or the founders of another one would be, lie in their province', () => {
    const provinces = world.outsiders.map(({ authority, near }) => [authority.province, near.members[0]?.province]);
    const founders = world.proposals.map((one) => one.founders.map(({ province }) => province));
    expect([...provinces, ...founders].filter((some) => new Set(some).size > 1)).toEqual([]);
  });

  it('leave some authorities outside, and have nobody twice at a time', () => {
    const members = world.circles.flatMap((circle) => circle.members.map(({ id }) => id));
    expect(members).toHaveLength(285 - 24);
    const overlapping = [...grouped(memberships, ({ authorityId }) => authorityId).values()].filter((own) => {
      const ordered = own.toSorted((one, other) => (one.from < other.from ? -1 : 1));
      return ordered.slice(1).some(({ from }, index) => from < (ordered[index]?.to ?? '9'));
    });
    expect(overlapping).toEqual([]);
  });

  it('include one of the shown municipality that is large enough to compare with', () => {
    const own = world.circles.find(({ members }) => members.some(({ id }) => id === shownMunicipality.organisationId));
    expect(own?.members.length).toBeGreaterThanOrEqual(6);
  });
});

describe('invented companies', () => {
  it('have different names, none of which exists in this field', () => {
    const names = Array.from({ length: mostCompanies }, (_, index) => demoCompany(index).name);
    expect(new Set(names).size).toBe(mostCompanies);
    const real = names.filter((name) => realNames.some((taken) => name.toLowerCase().includes(taken.toLowerCase())));
    expect(real).toEqual([]);
  });

  it('have valid enterprise numbers that were never given out', () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => inventedEnterpriseNumber(index));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => /^19\d{8}$/.test(number))).toBe(true);
    expect(numbers.every((number) => Number(number.slice(8)) === 97 - (Number(number.slice(0, 8)) % 97))).toBe(true);
  });
});

it('shows accounts at addresses that can never receive mail', () => {
  expect(demoAccounts.filter(({ email }) => !email.endsWith('.example'))).toEqual([]);
});
