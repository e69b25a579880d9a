import { TemporaryTree } from './temporary-tree.js';

const steps = ['format', 'lint', 'types', 'boundaries', 'schema', 'unused', 'descriptions', 'test'];

describe('npm run check', () => {
  const tree = new TemporaryTree();
  const check = (failing?: string) => {
    const script = (step: string): string => `node -e "process.exit(${step === failing ? 3 : 0})"`;
    tree.write({
      'package.json': JSON.stringify({ scripts: Object.fromEntries(steps.map((step) => [step, script(step)])) }),
    });
    return tree.node('shared/bin/check.mjs');
  };
  const reached = (output: string): string[] =>
    [...output.matchAll(/^check: (\w+) (?:ok|FAILED)/gmu)]
      .map(([, step]) => step ?? '')
      .filter((step) => step !== 'all');

  beforeAll(() => {
    tree.copy('shared/bin/check.mjs');
    tree.write({
      'shared/bin/prepare.mjs': `export const root = ${JSON.stringify(tree.folder)}; export const prepareOrExit = async () => {};`,
    });
  });
  afterAll(() => tree.dispose());

  it('runs every step in its order and says how long each took', () => {
    const { status, output } = check();
    expect(status).toBe(0);
    expect(reached(output)).toEqual(steps);
    expect(output).toMatch(/check: all ok, \d+\.\d s\n$/u);
  });

  it('stops at the first failure and names it', () => {
    const { status, output } = check('boundaries');
    expect(status).toBe(1);
    expect(reached(output)).toEqual(['format', 'lint', 'types', 'boundaries']);
    expect(output).toMatch(/check: boundaries FAILED after .* s\. Alone: npm run boundaries\n$/u);
  });
});
