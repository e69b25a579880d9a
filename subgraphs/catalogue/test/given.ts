import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';

let made = 0;

type Row = Readonly<Record<string, unknown>>;

/** Arranges rows of the catalogue, with sensible values where a test does not care. */
export class Given {
  constructor(private readonly graph: TestSubgraph) {}

  vendor(given: Row = {}): Promise<string> {
    return this.insert('vendor', {
      id: newId('vendor'),
      slug: `vendor-${++made}`,
      name: `Leverancier ${made}`,
      ...given,
    });
  }

  async solution(given: Row = {}): Promise<string> {
    return this.insert('solution', {
      id: newId('solution'),
      slug: `solution-${++made}`,
      name: `Oplossing ${made}`,
      vendor_id: given['vendor_id'] ?? (await this.vendor()),
      short_description: 'Een oplossing voor de proef.',
      kind: 'APPLICATION',
      license: 'EUPL-1.2',
      status: 'PUBLISHED',
      deployment_types: ['SAAS'],
      functions: ['burgerzaken'],
      ...given,
    });
  }

  version(given: Row): Promise<string> {
    return this.insert('solution_version', { id: newId('solutionversion'), number: `${++made}.0`, ...given });
  }

  async portfolioItem(given: Row = {}): Promise<string> {
    return this.insert('portfolio_item', {
      id: newId('portfolioitem'),
      authority_id: newId('organisation'),
      solution_id: given['solution_id'] ?? (await this.solution()),
      status: 'IN_USE',
      since: '2024-01-01',
      criticality: 'MEDIUM',
      confidentiality: 2,
      integrity: 2,
      availability: 2,
      processes_personal_data: false,
      annual_cost_cents: 123_456,
      ...given,
    });
  }

  private async insert(table: string, row: Row): Promise<string> {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    await this.graph.sql(`insert into ${table} (${columns.join()}) values (${places.join()})`, Object.values(row));
    return String(row['id']);
  }
}

export const someone = (more: Partial<Viewer> = {}): Viewer => ({ ...anonymous, personId: newId('person'), ...more });

export const staff = (): Viewer => someone({ staffRoles: ['STAFF'] });

export const employee = (
  organisationId: string,
  kind: string,
  roles: string[] = [],
  predecessorIds: string[] = [],
): Viewer => someone({ employments: [{ organisationId, organisationKind: kind, roles, predecessorIds }] });

export const vendorEditor = (organisationId: string): Viewer => employee(organisationId, 'COMPANY', ['VENDOR_EDITOR']);
