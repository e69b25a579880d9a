import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import {
  calculate,
  type ControlAnswer,
  defaultResult,
} from '../src/features/maturity-measurement/calculation/calculation.js';
import type { AssuranceLevel, CyFunVersion } from '../src/features/maturity-measurement/calculation/facts.js';
import { infosec } from '../src/index.js';
import { controlId, frameworkId } from '../src/seed/reference.js';
import { controlsOf, everywhere } from './cyfun.js';

type Row = Readonly<Record<string, unknown>>;

interface GivenMeasurement {
  readonly authority: string;
  readonly edition?: CyFunVersion;
  readonly level?: AssuranceLevel;
  readonly on?: string;
  readonly kind?: 'SELF' | 'GUIDED' | 'VERIFIED';
  readonly state?: 'OPEN' | 'SUBMITTED' | 'VALIDATED';
  /** Scores of every control in scope, or the same two for all. */
  readonly scores?: readonly ControlAnswer[] | readonly [number, number];
  readonly supersedes?: string;
}

/** Arranges rows of information security, with sensible values where a test does not care. */
export class Given {
  private constructor(private readonly graph: TestSubgraph) {}

  /** The controls are there: the reference data is loaded. */
  static async in(graph: TestSubgraph): Promise<Given> {
    await infosec.seedReference(graph.urls);
    return new Given(graph);
  }

  /** A measurement with all its scores; submitted with its results unless it is to be open. */
  async measurement(given: GivenMeasurement): Promise<string> {
    const { authority, edition = '2025', level = 'BASIC', state = 'SUBMITTED', scores = [3, 3] } = given;
    const answers = isPair(scores) ? everywhere({ version: edition, level }, [scores[0], scores[1]]) : scores;
    const result = calculate({ version: edition, level, scores: answers, controls: controlsOf(edition) });
    const id = newId('measurement');
    const computed = state !== 'OPEN' && {
      submitted_at: '2026-06-01T09:00:00Z',
      workbook_result: result.workbook,
      published_result: result.published,
      result_differences: result.differences,
      total: defaultResult(result).total?.value,
    };
    const own = { id, authority_id: authority, framework_id: frameworkId(edition), target_level: level, state };
    const more = { measured_on: given.on ?? '2026-05-01', kind: given.kind ?? 'SELF', supersedes_id: given.supersedes };
    const rows = answers.map((answer) => ({
      id: newId('score'),
      authority_id: authority,
      measurement_id: id,
      control_id: controlId(edition, answer.controlId),
      documentation: answer.documentation,
      implementation: answer.implementation,
      not_applicable: answer.notApplicable,
      reason: answer.notApplicable ? 'Niet aanwezig.' : null,
    }));
    await this.insert(authority, [
      ['maturity_measurement', [{ ...own, ...more, ...computed }]],
      ['control_score', rows],
    ]);
    return id;
  }

  /** A label of a measurement that exists. */
  async label(authority: string, more: Row = {}): Promise<string> {
    const measurement =
      (more['measurement_id'] as string) ??
      (await this.measurement({ authority, kind: 'VERIFIED', state: 'VALIDATED' }));
    const id = newId('label');
    const dates = { valid_from: '2026-06-01', valid_until: '2029-05-01' };
    const what = { framework_id: frameworkId('2025'), level: 'BASIC', kind: 'VERIFIED' };
    const row = { id, authority_id: authority, measurement_id: measurement, ...what, ...dates, ...more };
    await this.insert(authority, [['published_label', [row]]]);
    return id;
  }

  /** Looks behind the API at one authority's rows. */
  async rowsOf<Found extends object>(
    authority: string,
    select: string,
    values: readonly unknown[] = [],
  ): Promise<Found[]> {
    return this.behind(authority, () => this.graph.sql<Found>(select, values));
  }

  private insert(authority: string, tables: readonly (readonly [string, readonly Row[]])[]): Promise<void> {
    return this.behind(authority, async () => {
      for (const [table, rows] of tables) await this.insertRows(table, rows);
    });
  }

  private async insertRows(table: string, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = Object.keys(rows[0]!).join();
    const all = `select ${columns} from json_populate_recordset(null::${table}, $1)`;
    await this.graph.sql(`insert into ${table} (${columns}) ${all}`, [JSON.stringify(rows)]);
  }

  /** In one transaction and on behalf of one authority: row level security holds for the owner too. One at a time. */
  private behind<Result>(authority: string, work: () => Promise<Result>): Promise<Result> {
    const run = async (): Promise<Result> => {
      await this.graph.sql('begin');
      try {
        await this.graph.sql(`select set_config('viewer.authorities', $1, true)`, [authority]);
        return await work();
      } finally {
        await this.graph.sql('commit');
      }
    };
    const result = this.last.then(run);
    this.last = result.catch(() => undefined);
    return result;
  }

  private last: Promise<unknown> = Promise.resolve();
}

const isPair = (scores: GivenMeasurement['scores']): scores is readonly [number, number] =>
  typeof scores?.[0] === 'number';

export const authority = (): string => newId('organisation');

export const someone = (more: Partial<Viewer> = {}): Viewer => ({ ...anonymous, personId: newId('person'), ...more });

export const staff = (): Viewer => someone({ staffRoles: ['STAFF'] });

interface Job {
  readonly roles?: readonly string[];
  readonly kind?: string;
  readonly predecessors?: readonly string[];
}

export const employee = (
  organisationId: string,
  { roles = [], kind = 'MUNICIPALITY', predecessors = [] }: Job = {},
): Viewer =>
  someone({ employments: [{ organisationId, organisationKind: kind, roles, predecessorIds: predecessors }] });

export const ciso = (organisationId: string, predecessors: readonly string[] = []): Viewer =>
  employee(organisationId, { roles: ['CISO'], predecessors });

export const reader = (organisationId: string): Viewer => employee(organisationId, { roles: ['READER'] });

export const vendor = (organisationId = authority()): Viewer =>
  employee(organisationId, { roles: ['VENDOR_EDITOR'], kind: 'COMPANY' });
