/**
 * Who may import whom:
 *   all-in-one -> front doors -> features -> shared; the rest of the gateway -> shared only.
 *   Within a feature: resolver -> service -> policy -> entity, reads -> entity.
 * shared/test/tooling/boundaries.test.ts plants a violation of each rule. Cycles are found by the linter (import/no-cycle),
 * because this parser does not tell `import type` from `import`.
 */
const databaseLibraries = 'node_modules/(typeorm|type-graphql|pg|pg-[^/]+|@node-rs/argon2|dataloader|class-validator)/';
const tests = ['\\.test\\.ts$', '^(shared|gateway|bench|subgraphs/[^/]+)/test/'];
/** What runs everything in one process: the only part of the gateway that knows subgraphs and databases. */
const singleProcess = '^gateway/src/(all-in-one[./]|embedded/)';

/** Files of one role, wherever their feature is. */
const role = (...names) => `^subgraphs/[^/]+/src/.*\\.(${names.join('|')})\\.ts$`;

const reachesUp = (name, ...to) => ({
  name: `${name}-reaches-up`,
  comment: 'Imports point one way: resolver -> service -> policy -> entity; reads -> entity.',
  severity: 'error',
  from: { path: role(name) },
  to: { path: role(...to) },
});

module.exports = {
  forbidden: [
    {
      name: 'shared-imports-nobody',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: { path: '^(gateway|subgraphs|bench)/' },
    },
    {
      name: 'subgraphs-are-strangers',
      comment: 'A subgraph knows another one only by its keys, in src/references.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'subgraphs-know-no-gateway',
      severity: 'error',
      from: { path: '^subgraphs/' },
      to: { path: '^(gateway|bench)/' },
    },
    {
      name: 'gateway-knows-no-subgraph',
      comment: 'Only the single process knows all of them; the image of the gateway alone carries none.',
      severity: 'error',
      from: { path: '^gateway/src/', pathNot: [singleProcess, ...tests] },
      to: { path: ['^subgraphs/', singleProcess] },
    },
    {
      name: 'gateway-carries-no-orm',
      severity: 'error',
      from: { path: '^gateway/src/', pathNot: [singleProcess, ...tests] },
      to: { path: databaseLibraries },
    },
    {
      name: 'front-door-only',
      comment: 'Whoever uses a subgraph comes in through its index.ts.',
      severity: 'error',
      from: { path: '^(gateway|bench)/', pathNot: tests },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'features-know-no-front-door',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/src/(features|references)/', pathNot: tests },
      to: { path: '^subgraphs/[^/]+/src/(index|main)\\.ts$' },
    },
    {
      name: 'nobody-imports-the-bench',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
    reachesUp('entity', 'type', 'reads', 'input', 'policy', 'service', 'resolver'),
    reachesUp('reads', 'type', 'input', 'policy', 'service', 'resolver'),
    reachesUp('policy', 'type', 'reads', 'input', 'service', 'resolver'),
    reachesUp('service', 'type', 'resolver'),
    reachesUp('type', 'entity', 'reads', 'input', 'policy', 'service', 'resolver'),
    reachesUp('input', 'entity', 'reads', 'policy', 'service', 'resolver'),
    {
      name: 'resolver-has-no-rules',
      comment: 'A resolver is one line per root field: it calls the reader or a service.',
      severity: 'error',
      from: { path: role('resolver') },
      to: { path: [role('policy', 'entity'), 'node_modules/(typeorm|pg)/'] },
    },
    {
      name: 'types-know-no-orm',
      comment: 'What the world may see is type-graphql only; the row is TypeORM only.',
      severity: 'error',
      from: { path: role('type', 'input') },
      to: { path: 'node_modules/(typeorm|pg)/' },
    },
    {
      name: 'entities-know-no-schema',
      severity: 'error',
      from: { path: role('entity') },
      to: { path: 'node_modules/(type-graphql|class-validator|graphql)/' },
    },
    {
      name: 'sources-know-no-tests',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-seed-at-run-time',
      comment: 'Invented people stay out of features.',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/src/(features|references|migrations)/', pathNot: tests },
      to: { path: '/src/seed/' },
    },
    {
      name: 'sources-know-no-build',
      comment: 'What is imported is checked as a source; a path into dist would walk around every other rule.',
      severity: 'error',
      from: { path: '\\.ts$' },
      to: { path: '(^|/)dist/', pathNot: 'node_modules' },
    },
    {
      name: 'no-junk-drawers',
      comment: 'A file is named after what it does.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|common)\\.ts$|/src/(utils?|helpers?|common)/', pathNot: 'node_modules' },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules|(^|/)dist/' },
    exclude: { path: '(^|/)\\.data/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@lokaal/source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
