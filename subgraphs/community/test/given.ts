import { startForTest, type TestSubgraph } from '../../../shared/test/subgraph.js';
import type { Viewer, ViewerEmployment } from '@lokaal/shared/auth';
import { kboCheckDigits } from '@lokaal/shared/graphql';
import { type IdPrefix, newId } from '@lokaal/shared/ids';
import { PreparedStatements } from '@lokaal/shared/read';
import { refreshCohorts } from '../src/features/cohort/refresh-cohorts.js';
import { community, type CommunityDependencies } from '../src/index.js';

type Columns = Readonly<Record<string, unknown>>;

export interface Row {
  readonly id: string;
}

export interface GivenOrganisation extends Row {
  readonly kind: string;
  readonly predecessorIds: readonly string[];
}

export interface GivenPerson extends Row {
  readonly name: string;
  readonly email: string;
}

interface Period {
  readonly from?: string;
  readonly to?: string | null;
}

const agree = `with agreed as (update person set consent_directory = true where id = $1 returning id)
  insert into consent (id, person_id, purpose, decision, decided_at, actor, channel)
    select $2, id, 'DIRECTORY', 'GIVEN', '2025-01-06T09:00:00Z', 'SELF', 'EARLIER' from agreed`;

export const startCommunity = (
  more: Partial<Pick<CommunityDependencies, 'openIdIssuers' | 'mail'>> = {},
): Promise<TestSubgraph> =>
  startForTest(community, {
    keySecret: 'a secret of the tests that is long enough',
    publicUrl: 'https://graph.example',
    mail: { from: { name: 'Lokaal Digitaal', address: 'noreply@lokaal.example' } },
    runsJobs: false,
    ...more,
  });

export const entered = { entered_at: '2020-01-06T09:00:00Z' };

/** Rows of the community, as few words as a test needs; what a test does not name is invented. */
export class Given {
  private rows = 0;

  constructor(private readonly on: TestSubgraph) {}

  async municipality(columns: Columns = {}): Promise<Row & { nis: string }> {
    const nis = `11${this.next()}`;
    const row = {
      nis,
      name: `Gemeente ${nis}`,
      province: 'ANTWERPEN',
      postal_codes: ['2000'],
      valid_from: '1977-01-01',
    };
    return this.insert('municipality', 'municipality', { ...row, ...columns });
  }

  async organisation(columns: Columns = {}): Promise<GivenOrganisation> {
    const row = { kind: 'COMPANY', legal_name: `Organisatie ${this.next()}`, predecessor_ids: [], ...columns };
    const { id } = await this.insert('organisation', 'organisation', row);
    return { id, kind: row.kind, predecessorIds: row.predecessor_ids };
  }

  /** A municipality as a legal person, on a territory of its own. */
  async authority(columns: Columns = {}): Promise<GivenOrganisation> {
    const { id } = await this.municipality();
    return this.organisation({ kind: 'MUNICIPALITY', municipality_id: id, ...columns });
  }

  /** Entered by the association: confirmed or not, somebody whom staff see. */
  async person({ consent_directory: agreed = false, ...columns }: Columns = {}): Promise<GivenPerson> {
    const number = this.next();
    const row = { name: `Persoon ${number}`, email: `persoon${number}@gemeente.example`, ...entered, ...columns };
    const person = await this.insert('person', 'person', row);
    if (agreed) await this.consent(person);
    return person;
  }

  /** Agrees to be in the member directory, in the way of before there was a history. */
  consent({ id }: Row): Promise<unknown> {
    return this.on.sql(agree, [id, newId('consent')]);
  }

  employment(person: Row, organisation: Row, { from = '2020-01-01', to = null, ...columns }: Period & Columns = {}) {
    const row = { person_id: person.id, organisation_id: organisation.id, function_title: 'ICT-medewerker' };
    return this.insert('employment', 'employment', { ...row, from_date: from, to_date: to, ...columns });
  }

  circle(columns: Columns = {}): Promise<Row> {
    const row = { name: `Kring ${this.next()}`, founded_on: '2010-01-01' };
    return this.insert('knowledge_circle', 'circle', { ...row, ...columns });
  }

  membership(circle: Row, organisation: Row, { from = '2020-01-01', to = null }: Period = {}): Promise<Row> {
    const row = { circle_id: circle.id, organisation_id: organisation.id, from_date: from, to_date: to };
    return this.insert('circle_membership', 'circlemember', row);
  }

  /** Appointed, and an effective member: somebody who belongs to the community. */
  async coordinator(circle: Row, person: Row): Promise<void> {
    const held = await this.on.sql('select from membership where person_id = $1', [person.id]);
    if (held.length === 0) await this.insert('membership', 'membership', { ...asMember, person_id: person.id });
    await this.appointed(circle, person);
  }

  async appointed(circle: Row, person: Row): Promise<void> {
    await this.on.sql('insert into circle_coordinator (circle_id, person_id) values ($1, $2)', [circle.id, person.id]);
  }

  /** The cohorts that follow from what is there, on the clock's day. */
  cohorts(): Promise<unknown> {
    return refreshCohorts({ query: (text, values) => this.on.sql(text, values) }, this.on.clock.now());
  }

  enterpriseNumber(): string {
    const firstEight = `0200${this.next()}0`;
    return `${firstEight}${kboCheckDigits(firstEight)}`;
  }

  private async insert<C extends Columns>(table: string, prefix: IdPrefix, columns: C): Promise<C & Row> {
    const row = { id: newId(prefix), ...columns };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join();
    await this.on.sql(`insert into ${table} (${names.join()}) values (${places})`, Object.values(row));
    return row;
  }

  /** Three digits. */
  private next(): number {
    this.rows += 1;
    return 100 + this.rows;
  }
}

export const signedIn = ({ id }: Row): Viewer => ({
  personId: id,
  staffRoles: [],
  employments: [],
  circlePeerIds: [],
});

export const staff = (person: Row): Viewer => ({ ...signedIn(person), staffRoles: ['STAFF'] });

export const employee = (person: Row, ...organisations: readonly GivenOrganisation[]): Viewer => ({
  ...signedIn(person),
  employments: organisations.map(employmentAt),
});

/** An effective member on the day of the tests' clock. */
const asMember = {
  type: 'EFFECTIVE',
  decision: 'APPROVED',
  applied_at: '2026-01-15T08:00:00Z',
  decided_at: '2026-01-15T09:00:00Z',
  since: '2026-01-15',
  from_date: '2026-01-15',
  charged_on: '2026-01-15',
  to_date: '2027-01-15',
  grace_until: '2027-04-15',
  fee_cents: 25_000,
  fee_rate: 'FIRST_MEMBER',
};

/** The same viewer, with these roles wherever it works. */
export const inRoles = (viewer: Viewer, ...roles: readonly string[]): Viewer => ({
  ...viewer,
  employments: viewer.employments.map((one) => ({ ...one, roles })),
});

const employmentAt = ({ id, kind, predecessorIds }: GivenOrganisation): ViewerEmployment => ({
  organisationId: id,
  organisationKind: kind,
  roles: ['READER'],
  predecessorIds,
});

/** How many statements the reader runs meanwhile. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(PreparedStatements.prototype, 'run');
  try {
    await work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}
