import { join } from 'node:path';
import { projectRoot, TemporaryTree } from './temporary-tree.js';

interface Diagnostic {
  readonly filename: string;
  readonly code: string;
  readonly severity: string;
}

const lines = (count: number): string => Array.from({ length: count }, (_, at) => `  void ${at};\n`).join('');
const constants = (count: number): string =>
  Array.from({ length: count }, (_, at) => `export const c${at} = ${at};\n`).join('');

/** One file for each rule that breaks it: what the rule is called, where the file is, and what it says. */
const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['max-lines', 'shared/src/long-file.ts', constants(201)],
  ['max-lines-per-function', 'shared/src/long-function.ts', `export function long(): void {\n${lines(39)}}\n`],
  [
    'max-params',
    'shared/src/many-parameters.ts',
    'export const f = (a: 1, b: 1, c: 1, d: 1): number => a + b + c + d;',
  ],
  ['no-explicit-any', 'shared/src/any.ts', 'export const f = (a: any): unknown => a;'],
  ['no-default-export', 'shared/src/default.ts', 'const one = 1;\nexport default one;'],
  ['no-console', 'shared/src/console.ts', `console.log('hello');`],
  ['no-unused-vars', 'shared/src/unused.ts', `import { join } from 'node:path';\nexport const one = 1;`],
  [
    'no-floating-promises',
    'shared/src/floating.ts',
    'const f = async (): Promise<void> => {};\nexport const g = (): void => {\n  f();\n};',
  ],
  [
    'no-cycle',
    'shared/src/cycle.ts',
    `import { other } from './cycle-back.js';\nexport const one = (): number => other();`,
  ],
  ['ban-ts-comment', 'shared/src/silenced.ts', '// @ts-ignore\nexport const one: string = 1;'],
  ['filename-case', 'shared/src/CamelCase.ts', 'export const one = 1;'],
  ['no-focused-tests', 'shared/src/focused.test.ts', `it.only('is alone', () => expect(1).toBe(1));`],
];

/** The same at the ceiling, or where it is meant. */
const allowed: Record<string, string> = {
  'shared/src/ceiling.ts': constants(200),
  'shared/src/function-ceiling.ts': `export function ceiling(): void {\n${lines(38)}}\n`,
  'shared/src/three-parameters.ts': 'export const f = (a: 1, b: 1, c: 1): number => a + b + c;',
  'shared/src/cycle-back.ts': `import type { one } from './cycle-type.js';\nexport const other = (): number => 1;\nexport type One = typeof one;`,
  'shared/src/cycle-type.ts': `import { other } from './cycle-back.js';\nexport const one = (): number => other();`,
  'shared/src/long.test.ts': `describe('x', () => {\n  it('is long', () => expect(1).toBe(1));\n${lines(250)}});`,
  'subgraphs/community/src/seed/demo.ts': constants(250),
  'subgraphs/community/src/migrations/1-first.ts': `export function up(): void {\n${lines(100)}}\n`,
  'gateway/src/main.ts': `console.log('started');`,
};

describe('lint', () => {
  const tree = new TemporaryTree();
  const lint = (): { status: number | null; found: Diagnostic[] } => {
    const cli = join(projectRoot, 'node_modules/oxlint/bin/oxlint');
    const { status, output } = tree.node(cli, '--tsconfig', '.tsconfig.check.json', '--format', 'json');
    return { status, found: (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics };
  };

  beforeAll(() => {
    tree.copy('.oxlintrc.json', '.tsconfig.check.json', 'tsconfig.base.json', 'package.json');
    tree.link('node_modules', join(projectRoot, 'node_modules'));
    tree.write({
      ...allowed,
      'shared/tsconfig.json': '{ "extends": "../tsconfig.base.json", "include": ["src"] }',
    });
  });
  afterAll(() => tree.dispose());

  it('accepts files at the ceilings, and long tests, migrations and seeds', () => {
    expect(lint()).toEqual({ status: 0, found: [] });
  });

  it('fails on each planted violation, by an error', () => {
    const cycleBack = `import { one } from './cycle.js';\nexport const other = (): number => one();`;
    tree.write({
      ...Object.fromEntries(planted.map(([, path, text]) => [path, text])),
      'shared/src/cycle-back.ts': cycleBack,
    });
    const { status, found } = lint();

    expect(status).toBe(1);
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['error']));
    const missed = planted.filter(
      ([rule, path]) => !found.some(({ filename, code }) => filename === path && code.endsWith(`(${rule})`)),
    );
    expect(missed).toEqual([]);
  });
});
