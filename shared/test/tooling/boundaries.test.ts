import { join } from 'node:path';
import { projectRoot, TemporaryTree } from './temporary-tree.js';

interface Report {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly totalCruised: number;
  };
}

const circle = 'subgraphs/community/src/features/knowledge-circle/knowledge-circle';
const solution = 'subgraphs/catalogue/src/features/solution/solution';

/** A small project that keeps all rules: one file of each role, importing what it may. */
const allowed: Record<string, string> = {
  'shared/src/auth/index.ts': `export interface Viewer { readonly personId?: string }`,
  'shared/src/read/index.ts': `import { DataSource } from 'typeorm'; export const read = DataSource;`,
  'subgraphs/community/src/index.ts': `export { KnowledgeCircleResolver as community } from './features/knowledge-circle/knowledge-circle.resolver.js';`,
  'subgraphs/catalogue/src/index.ts': `export { Solution as catalogue } from './features/solution/solution.type.js';`,
  'subgraphs/community/src/seed/demo.ts': `export const people = 1;`,
  'subgraphs/community/test/given.ts': `import { people } from '../src/seed/demo.js'; export const given = people;`,
  [`${circle}.entity.ts`]: `import { Entity } from 'typeorm'; @Entity() export class KnowledgeCircleEntity {}`,
  [`${circle}.type.ts`]: `import { ObjectType } from 'type-graphql'; @ObjectType() export class KnowledgeCircle {}`,
  [`${circle}.input.ts`]: `import { InputType } from 'type-graphql'; @InputType() export class KnowledgeCircleInput {}`,
  [`${circle}.reads.ts`]: `import { read } from '@lokaal/shared/read'; import { KnowledgeCircleEntity } from './knowledge-circle.entity.js'; export const reads = [read, KnowledgeCircleEntity];`,
  [`${circle}.policy.ts`]: `import type { Viewer } from '@lokaal/shared/auth'; import type { KnowledgeCircleEntity } from './knowledge-circle.entity.js'; export const mayEdit = (viewer: Viewer, circle: KnowledgeCircleEntity): boolean => !!viewer && !!circle;`,
  [`${circle}.service.ts`]: `import { DataSource } from 'typeorm'; import { mayEdit } from './knowledge-circle.policy.js'; export const service = [DataSource, mayEdit];`,
  [`${circle}.resolver.ts`]: `import { service } from './knowledge-circle.service.js'; import { reads } from './knowledge-circle.reads.js'; import { KnowledgeCircle } from './knowledge-circle.type.js'; export const KnowledgeCircleResolver = [service, reads, KnowledgeCircle];`,
  [`${circle}.test.ts`]: `import { given } from '../../../test/given.js'; void given;`,
  [`${solution}.type.ts`]: `export class Solution {}`,
  'gateway/src/gateway.ts': `import type { Viewer } from '@lokaal/shared/auth'; export const gateway = (viewer: Viewer): Viewer => viewer;`,
  'gateway/src/embedded/databases.ts': `import { Client } from 'pg'; export const databases = Client;`,
  'gateway/src/all-in-one.ts': `import { community } from '@lokaal/community'; import { gateway } from './gateway.js'; import { databases } from './embedded/databases.js'; export const all = [community, gateway, databases];`,
  'bench/src/main.ts': `import { community } from '@lokaal/community'; void community;`,
};

/** One file for each rule that breaks it. The rule and nothing else must be reported for it. */
const planted: Record<string, readonly [path: string, text: string]> = {
  'shared-imports-nobody': ['shared/src/auth/planted.ts', `import '@lokaal/community';`],
  'subgraphs-are-strangers': ['subgraphs/community/src/planted-stranger.ts', `import '@lokaal/catalogue';`],
  'subgraphs-know-no-gateway': [
    'subgraphs/community/src/planted-gateway.ts',
    `import '../../../gateway/src/gateway.js';`,
  ],
  'gateway-knows-no-subgraph': [
    'gateway/src/planted-subgraph.ts',
    `import { community } from '@lokaal/community'; void community;`,
  ],
  'gateway-carries-no-orm': ['gateway/src/planted-orm.ts', `import { DataSource } from 'typeorm'; void DataSource;`],
  'front-door-only': ['bench/src/planted-back-door.ts', `import '../../${circle}.service.js';`],
  'features-know-no-front-door': [`${circle}-planted-door.ts`, `import '../../index.js';`],
  'nobody-imports-the-bench': ['gateway/src/planted-bench.ts', `import '../../bench/src/main.js';`],
  'entity-reaches-up': [`${circle}-planted.entity.ts`, `import './knowledge-circle.type.js';`],
  'reads-reaches-up': [`${circle}-planted.reads.ts`, `import './knowledge-circle.service.js';`],
  'policy-reaches-up': [`${circle}-planted.policy.ts`, `import './knowledge-circle.service.js';`],
  'service-reaches-up': [
    `${circle}-planted.service.ts`,
    `import type { KnowledgeCircleResolver } from './knowledge-circle.resolver.js'; export type Planted = typeof KnowledgeCircleResolver;`,
  ],
  'type-reaches-up': [`${circle}-planted.type.ts`, `import './knowledge-circle.entity.js';`],
  'input-reaches-up': [`${circle}-planted.input.ts`, `import './knowledge-circle.entity.js';`],
  'resolver-has-no-rules': [`${circle}-planted.resolver.ts`, `import './knowledge-circle.policy.js';`],
  'types-know-no-orm': [`${circle}-planted-orm.type.ts`, `import { Column } from 'typeorm'; void Column;`],
  'entities-know-no-schema': [
    `${circle}-planted-schema.entity.ts`,
    `import { Field } from 'type-graphql'; void Field;`,
  ],
  'sources-know-no-tests': ['subgraphs/community/src/planted-test.ts', `import '../test/given.js';`],
  'no-seed-at-run-time': [
    'subgraphs/community/src/references/planted-seed.ts',
    `export { people } from '../seed/demo.js';`,
  ],
  'sources-know-no-build': ['subgraphs/community/src/planted-build.ts', `import '../dist/built.js';`],
  'no-junk-drawers': ['shared/src/auth/planted-junk.ts', `import './utils.js';`],
  'everything-resolves': ['shared/src/auth/planted-nothing.ts', `import './nowhere.js';`],
};

describe('import boundaries', () => {
  const tree = new TemporaryTree();
  const cruise = (): Report => {
    const cli = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const { output } = tree.node(
      cli,
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      'shared',
      'subgraphs',
      'gateway',
      'bench',
    );
    return JSON.parse(output) as Report;
  };

  beforeAll(() => {
    tree.copy(
      '.dependency-cruiser.cjs',
      'package.json',
      'shared/package.json',
      'gateway/package.json',
      'bench/package.json',
    );
    for (const name of ['community', 'catalogue', 'infosec']) {
      tree.copy(`subgraphs/${name}/package.json`);
      tree.link(`node_modules/@lokaal/${name}`, `../../subgraphs/${name}`);
    }
    tree.link('node_modules/@lokaal/shared', '../../shared');
    for (const library of ['typeorm', 'type-graphql', 'pg']) {
      tree.link(`node_modules/${library}`, join(projectRoot, 'node_modules', library));
    }
    tree.write(allowed);
  });
  afterAll(() => tree.dispose());

  it('allows what the architecture allows', () => {
    const { violations, totalCruised } = cruise().summary;
    expect(violations).toEqual([]);
    expect(totalCruised).toBeGreaterThanOrEqual(Object.keys(allowed).length);
  });

  it('names for each planted violation its rule and no other', () => {
    const junk = {
      'shared/src/auth/utils.ts': 'export {};',
      'subgraphs/community/dist/built.js': 'module.exports = {};',
    };
    tree.write({ ...junk, ...Object.fromEntries(Object.values(planted)) });
    const { violations } = cruise().summary;
    tree.remove(...Object.values(planted).map(([path]) => path), ...Object.keys(junk));

    const reported = Object.fromEntries(
      Object.entries(planted).map(([rule, [path]]) => [
        rule,
        [...new Set(violations.filter(({ from }) => from === path).map((one) => one.rule.name))],
      ]),
    );
    expect(reported).toEqual(Object.fromEntries(Object.keys(planted).map((rule) => [rule, [rule]])));
    expect(violations).toHaveLength(Object.keys(planted).length);
  });

  it('reports nothing any more when they are gone', () => {
    expect(cruise().summary.violations).toEqual([]);
  });

  it('has a planted violation for every rule', () => {
    const { forbidden } = jest.requireActual<{ forbidden: readonly { name: string; severity: string }[] }>(
      join(projectRoot, '.dependency-cruiser.cjs'),
    );
    expect(forbidden.map(({ name }) => name).toSorted()).toEqual(Object.keys(planted).toSorted());
    expect(forbidden.filter(({ severity }) => severity !== 'error')).toEqual([]);
  });
});
