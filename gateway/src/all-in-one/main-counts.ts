import { withConnection } from '@lokaal/shared/database';
import type { RowCounts } from '@lokaal/shared/graphql';

const circleStatus = 'circle_status(id, founded_on, ended_on, current_date)';

/** What of each subgraph says how much there is, and where it is counted; in this order, the rest goes without saying. */
const counted: Readonly<Record<string, string>> = {
  municipalities: 'municipality where valid_to is null or valid_to > current_date',
  'former municipalities': 'municipality where valid_to <= current_date',
  organisations: 'organisation',
  people: 'person',
  memberships: 'membership',
  'knowledge circles': `knowledge_circle where ${circleStatus} in ('ACTIVE', 'DORMANT')`,
  'proposed circles': `knowledge_circle where ${circleStatus} = 'PROPOSED'`,
  events: 'event',
  sessions: 'event_session',
  registrations: 'registration',
  trainings: 'training',
  certificates: 'certificate',
  publications: 'publication',
  vendors: 'vendor',
  solutions: 'solution',
  standards: 'standard',
  experiences: 'experience',
  'portfolio items': 'portfolio_item',
  frameworks: 'framework',
  controls: 'control',
  registers: 'register',
  'risk analyses': 'risk_analysis',
  measurements: 'maturity_measurement',
  'published labels': 'published_label',
  plans: 'security_plan',
};

const tableOf = (place: string): string => place.split(' ', 1)[0]!;

/** Counts what there is in one database of what tells most, by its name. */
export const countMainRows = (ownerUrl: string): Promise<RowCounts> =>
  withConnection(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = current_schema()`,
    );
    const tables = new Set(rows.map(({ name }) => name));
    const counts = Object.entries(counted).flatMap(([name, place]) =>
      tables.has(tableOf(place)) ? [`(select count(*)::int from ${place}) as "${name}"`] : [],
    );
    return (await client.query<RowCounts>(`select ${counts.join(', ')}`)).rows[0] ?? {};
  });

const format = new Intl.NumberFormat('en');

/** One short line: "285 municipalities, 27 former municipalities, 827 organisations". */
export const mainCounts = (rows: RowCounts): string =>
  Object.entries(rows)
    .flatMap(([name, count]) => (count ? [`${format.format(count)} ${name}`] : []))
    .join(', ');
