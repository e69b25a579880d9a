import { withConnection } from '@lokaal/shared/database';
import type { RowCounts } from '@lokaal/shared/graphql';

/** What of each subgraph says how much there is, by table and in this order; the rest goes without saying. */
const names: Readonly<Record<string, string>> = {
  municipality: 'municipalities',
  organisation: 'organisations',
  person: 'people',
  membership: 'memberships',
  knowledge_circle: 'knowledge circles',
  event: 'events',
  event_session: 'sessions',
  registration: 'registrations',
  training: 'trainings',
  certificate: 'certificates',
  publication: 'publications',
  vendor: 'vendors',
  solution: 'solutions',
  standard: 'standards',
  experience: 'experiences',
  portfolio_item: 'portfolio items',
  framework: 'frameworks',
  control: 'controls',
  register: 'registers',
  risk_analysis: 'risk analyses',
  maturity_measurement: 'measurements',
  published_label: 'published labels',
  security_plan: 'plans',
};

/** Counts what there is in one database of the tables that tell most. */
export const countMainRows = (ownerUrl: string): Promise<RowCounts> =>
  withConnection(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = current_schema() and tablename = any ($1)`,
      [Object.keys(names)],
    );
    const counts = rows.map(({ name }) => `(select count(*)::int from ${name}) as ${name}`);
    return (await client.query<RowCounts>(`select ${counts.join(', ')}`)).rows[0] ?? {};
  });

const format = new Intl.NumberFormat('en');

/** One short line: "312 municipalities, 597 organisations, 1,400 people". */
export const mainCounts = (rows: RowCounts): string =>
  Object.entries(names)
    .flatMap(([table, name]) => (rows[table] ? [`${format.format(rows[table])} ${name}`] : []))
    .join(', ');
