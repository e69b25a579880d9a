import { grantServing, idempotencyTable } from '@lokaal/shared/database';
import { newId } from '@lokaal/shared/ids';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const files = [
  `create table stored_file (
    id text collate "C" primary key,
    -- the object that it belongs to, which decides who may read it
    attached_to_id text collate "C" not null,
    file_name text not null check (length(file_name) between 1 and 200),
    media_type text collate "C" not null,
    size integer not null check (size > 0),
    sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_by_id text collate "C" references person on delete set null,
    uploaded_at timestamptz not null,
    ${stamps})`,
  `create index on stored_file (attached_to_id, uploaded_at, id)`,
  `create index on stored_file (uploaded_by_id)`,
  // apart, so that a list of files never drags their content along
  `create table stored_file_content (
    file_id text collate "C" primary key references stored_file on delete cascade,
    content bytea not null)`,
];

const fees = [
  `create table membership_fee (
    id text collate "C" primary key,
    type text not null check (type in ('EFFECTIVE', 'COMPANY')),
    year integer not null check (year between 2000 and 2100),
    first_member_cents integer not null check (first_member_cents >= 0),
    further_member_cents integer check (further_member_cents >= 0),
    ${stamps},
    unique (type, year),
    -- only people share an employer
    check ((type = 'EFFECTIVE') = (further_member_cents is not null)))`,
  `create index on membership_fee (year, id)`,
];

const kindsOfAuthority = `'MUNICIPALITY', 'OCMW', 'AGB', 'POLICE_ZONE', 'RESCUE_ZONE', 'INTERMUNICIPAL', 'PROVINCE'`;

const memberships = [
  // what a membership points to for the kind of its holder
  `create unique index organisation_id_kind on organisation (id, kind)`,
  `create table membership (
    id text collate "C" primary key,
    type text not null check (type in ('EFFECTIVE', 'ACCEDED', 'COMPANY')),
    -- null once the person was erased
    person_id text collate "C" references person on delete set null,
    organisation_id text collate "C",
    holder_kind text,
    -- name of the holder, kept by triggers: what a list is searched and ordered by
    holder_name text collate dutch not null default '',
    employer_id text collate "C" references organisation,
    applied_at timestamptz not null,
    applied_by_id text collate "C" references person on delete set null,
    decision text check (decision in ('APPROVED', 'REJECTED')),
    decided_at timestamptz,
    decided_by_id text collate "C" references person on delete set null,
    rejection_reason text,
    cancelled_on date,
    cancellation_reason text,
    accession_document_id text collate "C" references stored_file,
    -- first day of all; then the present term, and until when it may be renewed without a gap
    since date,
    from_date date,
    to_date date,
    grace_until date,
    fee_rate text check (fee_rate in ('FIRST_MEMBER', 'FURTHER_MEMBER')),
    fee_cents integer check (fee_cents >= 0),
    -- the ends of which the holder was told: one mail before, one after
    ending_told_for date,
    grace_told_for date,
    search_vector tsvector generated always as (dutch_vector(holder_name)) stored,
    ${stamps},
    foreign key (organisation_id, holder_kind) references organisation (id, kind) on update cascade,
    -- the type fits the kind of holder
    check ((type = 'EFFECTIVE') = (organisation_id is null)),
    check (type = 'EFFECTIVE' or person_id is null),
    check (type = 'EFFECTIVE' or employer_id is null),
    check ((organisation_id is null) = (holder_kind is null)),
    check (type <> 'COMPANY' or holder_kind = 'COMPANY'),
    check (type <> 'ACCEDED' or holder_kind in (${kindsOfAuthority})),
    check ((decision is null) = (decided_at is null)),
    check (rejection_reason is null or decision = 'REJECTED'),
    check ((decision is not distinct from 'APPROVED') = (since is not null)),
    check (num_nulls(since, from_date, to_date, grace_until, fee_cents) in (0, 5)),
    check (since <= from_date and from_date < to_date and to_date <= grace_until),
    check (cancelled_on is null or cancelled_on >= since),
    check ((type = 'EFFECTIVE' and decision is not distinct from 'APPROVED') = (fee_rate is not null)),
    -- an authority accedes for free, and with a signed document
    check (type <> 'ACCEDED' or fee_cents is null or (fee_cents = 0 and accession_document_id is not null)),
    -- at most one ACTIVE or GRACE for a holder and a type: what was cancelled or expired makes room
    constraint membership_one_of_person exclude using gist
      (person_id with =, daterange(since, coalesce(cancelled_on, grace_until)) with &&) where (decision = 'APPROVED'),
    constraint membership_one_of_organisation exclude using gist
      (organisation_id with =, type with =, daterange(since, coalesce(cancelled_on, grace_until)) with &&) where (decision = 'APPROVED'),
    -- one employer pays the fee of a first member once at a time; a term that was cancelled before it began is none
    constraint membership_one_first_fee exclude using gist
      (employer_id with =, daterange(from_date, greatest(from_date, coalesce(cancelled_on, to_date))) with &&)
      where (fee_rate = 'FIRST_MEMBER'))`,
  `create unique index membership_one_application_of_person on membership (person_id) where decision is null`,
  `create unique index membership_one_application_of_organisation on membership (organisation_id, type) where decision is null`,
  ...[
    'person_id, applied_at, id',
    'organisation_id, applied_at, id',
    'employer_id, applied_at, id',
    'applied_at, id',
    'holder_name, id',
    'type, to_date',
    'holder_kind',
    'decision',
    'from_date',
    'to_date',
    'fee_rate',
    'accession_document_id',
    'applied_by_id',
    'decided_by_id',
  ].map((columns) => `create index on membership (${columns})`),
  `create index on membership using gin (search_vector)`,
  `create index on membership using gin (search_text(holder_name) gin_trgm_ops)`,
  `create table membership_term (
    id text collate "C" primary key,
    membership_id text collate "C" not null references membership on delete cascade,
    employer_id text collate "C" references organisation,
    from_date date not null,
    to_date date not null,
    fee_rate text check (fee_rate in ('FIRST_MEMBER', 'FURTHER_MEMBER')),
    fee_cents integer not null check (fee_cents >= 0),
    ${stamps},
    check (from_date < to_date),
    exclude using gist (membership_id with =, daterange(from_date, to_date) with &&))`,
  `create index on membership_term (membership_id, from_date, id)`,
  `create index on membership_term (employer_id)`,
];

/** In the database, so that the graph's lists and the overview of staff say the same. */
const status = `
  create function membership_status(decision text, cancelled_on date, to_date date, grace_until date, day date) returns text
    language sql immutable parallel safe
    return case
      when decision is null then 'APPLIED'
      when decision = 'REJECTED' then 'REJECTED'
      when cancelled_on <= day then 'CANCELLED'
      when day < to_date then 'ACTIVE'
      when day < grace_until then 'GRACE'
      else 'EXPIRED' end`;

const holderNames = [
  `create function set_membership_holder_name() returns trigger language plpgsql as $$
    begin
      new.holder_name := coalesce(
        (select name from person where id = new.person_id),
        (select legal_name from organisation where id = new.organisation_id), '');
      return new;
    end $$`,
  // also when erasure takes the person out
  `create trigger membership_holder_name before insert or update of person_id, organisation_id on membership
    for each row execute function set_membership_holder_name()`,
  `create function follow_membership_holder_name() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'person' then
        update membership set holder_name = new.name where person_id = new.id;
      else
        update membership set holder_name = new.legal_name where organisation_id = new.id;
      end if;
      return new;
    end $$`,
  `create trigger membership_person_renamed after update of name on person
    for each row when (old.name <> new.name) execute function follow_membership_holder_name()`,
  `create trigger membership_organisation_renamed after update of legal_name on organisation
    for each row when (old.legal_name <> new.legal_name) execute function follow_membership_holder_name()`,
];

/** Memberships with their fees and signed documents; the keys of calls that may be repeated. */
export class Membership1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const tables = ['stored_file', 'stored_file_content', 'membership_fee', 'membership', 'membership_term'];
    const statements = [...idempotencyTable(), ...files, ...fees, ...memberships, status, ...holderNames];
    for (const statement of [...statements, ...grantServing(tables)]) await runner.query(statement);
    // the prices that the association published: 250 and 25 euro in 2015; later ones are for staff to set
    await runner.query(
      `insert into membership_fee (id, type, year, first_member_cents, further_member_cents) values ($1, 'EFFECTIVE', 2015, 25000, 2500)`,
      [newId('membershipfee')],
    );
  }

  async down(): Promise<void> {
    throw new Error('Memberships are not undone: restore a backup instead.');
  }
}
