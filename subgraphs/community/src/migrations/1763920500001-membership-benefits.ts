import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const benefits = [
  `create table membership_benefit (
    id text collate "C" primary key,
    type text not null check (type in ('EFFECTIVE', 'ACCEDED', 'COMPANY')),
    from_year integer not null check (from_year between 2000 and 2100),
    -- last year in which it holds; null: until further notice
    until_year integer check (until_year between from_year and 2100),
    title text not null check (length(title) between 3 and 200),
    description text check (length(description) between 3 and 2000),
    position integer not null check (position between 1 and 1000),
    ${stamps},
    constraint membership_benefit_one_title unique (type, from_year, title))`,
  `create index on membership_benefit (position, id)`,
  `create index on membership_benefit (from_year)`,
  `create index on membership_benefit (until_year)`,
];

/** What members of each type get: each type has a package of its own. */
export class MembershipBenefits1763920500001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...benefits, ...grantServing(['membership_benefit'])]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table membership_benefit');
  }
}
