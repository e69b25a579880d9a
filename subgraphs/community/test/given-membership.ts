import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import { employee, type GivenOrganisation, inRoles, type Row } from './given.js';

type Columns = Readonly<Record<string, unknown>>;

/** Days of a term around the day of the tests' clock, 2 November 2026. */
export const term = (from: string, to: string, graceUntil: string) => ({
  since: from,
  from_date: from,
  charged_on: from,
  to_date: to,
  grace_until: graceUntil,
});
export const active = term('2026-01-15', '2027-01-15', '2027-04-15');
export const inGrace = term('2025-09-20', '2026-09-20', '2026-12-19');
export const expired = term('2024-03-01', '2025-03-01', '2025-05-30');

/** Applied for and approved on its first day. */
const approvedOn = ({ since = '2024-01-10' }: Columns) => ({
  decision: 'APPROVED',
  applied_at: `${String(since)}T08:00:00Z`,
  decided_at: `${String(since)}T09:00:00Z`,
});

/** Who speaks for organisations. */
export const contact = (person: Row, ...organisations: readonly GivenOrganisation[]): Viewer =>
  inRoles(employee(person, ...organisations), 'MEMBER_CONTACT');

/** Memberships as they are stored: applied for, unless columns say more. */
export class GivenMembership {
  constructor(private readonly on: TestSubgraph) {}

  effective(person: Row, columns: Columns = {}): Promise<Row> {
    return this.insert({ type: 'EFFECTIVE', person_id: person.id, ...columns });
  }

  effectiveApproved(person: Row, columns: Columns = active): Promise<Row> {
    return this.effective(person, { ...approvedOn(columns), fee_cents: 25_000, fee_rate: 'FIRST_MEMBER', ...columns });
  }

  /** With its signed document, unless columns say otherwise. */
  async acceded(authority: GivenOrganisation, columns: Columns = {}): Promise<Row> {
    const id = newId('membership');
    const document = 'accession_document_id' in columns ? {} : { accession_document_id: (await this.document(id)).id };
    return this.ofOrganisation(authority, { id, type: 'ACCEDED', ...document, ...columns });
  }

  accededApproved(authority: GivenOrganisation, columns: Columns = active): Promise<Row> {
    return this.acceded(authority, { ...approvedOn(columns), fee_cents: 0, ...columns });
  }

  company(company: GivenOrganisation, columns: Columns = {}): Promise<Row> {
    return this.ofOrganisation(company, { type: 'COMPANY', ...columns });
  }

  companyApproved(company: GivenOrganisation, columns: Columns = active): Promise<Row> {
    return this.company(company, { ...approvedOn(columns), fee_cents: 75_000, ...columns });
  }

  /** Fees of a year; 2015 has those of the association. */
  async fees(type: 'EFFECTIVE' | 'COMPANY', year: number, cents: readonly [first: number, further: number | null]) {
    await this.on.sql(
      `insert into membership_fee (id, type, year, first_member_cents, further_member_cents) values ($1, $2, $3, $4, $5)`,
      [newId('membershipfee'), type, year, ...cents],
    );
  }

  async document(attachedTo: string): Promise<Row> {
    const id = newId('file');
    await this.on.sql(
      `insert into stored_file (id, attached_to_id, file_name, media_type, size, sha256, uploaded_at)
        values ($1, $2, 'toetreding.pdf', 'application/pdf', 5, $3, '2024-01-05T09:00:00Z')`,
      [id, attachedTo, 'a'.repeat(64)],
    );
    await this.on.sql(`insert into stored_file_content values ($1, '%PDF-')`, [id]);
    return { id };
  }

  private ofOrganisation(organisation: GivenOrganisation, columns: Columns): Promise<Row> {
    return this.insert({ organisation_id: organisation.id, holder_kind: organisation.kind, ...columns });
  }

  private async insert(columns: Columns): Promise<Row> {
    const row = { id: newId('membership'), applied_at: '2024-01-08T09:00:00Z', ...columns };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join();
    await this.on.sql(`insert into membership (${names.join()}) values (${places})`, Object.values(row));
    return { id: row.id };
  }
}
