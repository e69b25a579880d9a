import type { Asker } from '@lokaal/shared/callers';
import { dayOf } from '@lokaal/shared/config';
import { badInput, forbidden } from '@lokaal/shared/errors';
import type { SliceDependencies } from '../../slice.js';
import type { MembershipOverview } from './membership-overview.type.js';
import { mayDecide } from './membership.policy.js';
import { graceDays } from './membership-term.policy.js';

// All in one statement. On a day of the past a membership is in the last term that had begun by then, and an application that
// was decided later still waits. `lapses`: no term goes on where this one ends.
const statement = `
  with terms as (
    select *, lead(from_date) over (partition by membership_id order by from_date) as next_from from (
      select id as membership_id, from_date, to_date, grace_until, employer_id, fee_cents from membership where since is not null
      union all
      select membership_id, from_date, to_date, to_date + ${graceDays}, employer_id, fee_cents from membership_term) one),
  begun as (
    select distinct on (membership_id) * from terms where from_date <= $1::date order by membership_id, from_date desc),
  on_day as (
    select one.id, one.type, one.holder_name, term.to_date, term.grace_until, term.fee_cents,
      coalesce(one.organisation_id, term.employer_id) as organisation_id,
      membership_status(case when (one.decided_at at time zone 'Europe/Brussels')::date <= $1::date then one.decision end,
        one.cancelled_on, term.to_date, term.grace_until, $1::date) as status,
      coalesce(term.next_from <> term.to_date, true) as lapses
    from membership one left join begun term on term.membership_id = one.id
    where (one.applied_at at time zone 'Europe/Brussels')::date <= $1::date),
  members as (
    select on_day.type, fee_cents, kind, province from on_day
      left join organisation on organisation.id = organisation_id
      left join municipality on municipality.id = municipality_id
    where on_day.status in ('ACTIVE', 'GRACE')),
  lapsing as (
    select id, type, holder_name, to_date, grace_until, fee_cents from on_day
    where lapses and status in ('ACTIVE', 'GRACE', 'EXPIRED')
      and to_date >= date_trunc('quarter', $1::date)::date and to_date < (date_trunc('quarter', $1::date) + interval '3 months')::date)
  select json_build_object(
    'asOf', $1::date,
    'byStatus', (select coalesce(json_agg(c), '[]') from
      (select type, status, count(*)::int from on_day group by type, status order by type, status) c),
    'byProvince', (select coalesce(json_agg(c), '[]') from
      (select type, province, count(*)::int from members group by type, province order by type, province) c),
    'byOrganisationKind', (select coalesce(json_agg(c), '[]') from
      (select type, kind, count(*)::int from members group by type, kind order by type, kind) c),
    'feeCents', (select coalesce(sum(fee_cents), 0)::int from members),
    'lapsingCount', (select count(*)::int from lapsing),
    'lapsing', (select coalesce(json_agg(c), '[]') from
      (select id, type, holder_name as "holderName", to_date as "to", grace_until as "graceUntil", fee_cents as "feeCents"
        from lapsing order by to_date, holder_name, id limit 100) c)) as overview`;

/** What staff report: who is a member of what kind, from where, and who lapses. */
export class MembershipOverviewQuery {
  constructor(private readonly on: Pick<SliceDependencies, 'rows' | 'clock'>) {}

  async of(asker: Asker, year: number | null | undefined): Promise<MembershipOverview> {
    if (!mayDecide(asker.viewer)) throw forbidden('Only staff of the association may see the overview.');
    const query = { text: statement, values: [this.dayIn(year)] };
    const [row] = await this.on.rows<{ overview: MembershipOverview }>(asker, query);
    return row!.overview;
  }

  private dayIn(year: number | null | undefined): string {
    const today = dayOf(this.on.clock.now());
    const thisYear = Number(today.slice(0, 4));
    if (year == null || year === thisYear) return today;
    if (year < 2000 || year > thisYear) throw badInput('Ask for a year from 2000 up to this one.', ['year']);
    return `${year}-12-31`;
  }
}
