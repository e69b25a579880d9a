import { TemporaryTree } from './temporary-tree.js';

const steps = ['format', 'lint', 'types', 'boundaries', 'schema', 'unused', 'descriptions', 'test'];

describe('npm run check', () => {
  const tree = new TemporaryTree();
  const check = ({ failing, args = [] }: { failing?: string; args?: string[] } = {}) => {
    const script = (step: string): string => `node -e "process.exit(${step === failing ? 3 : 0})"`;
    tree.write({
      'package.json': JSON.stringify({ scripts: Object.fromEntries(steps.map((step) => [step, script(step)])) }),
    });
    return tree.node('shared/bin/check.mjs', ...args);
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
    const { status, output } = check({ failing: 'boundaries' });
    expect(status).toBe(1);
    expect(reached(output)).toEqual(['format', 'lint', 'types', 'boundaries']);
    expect(output).toMatch(/check: boundaries FAILED after .* s\. Alone: npm run boundaries\n$/u);
  });

  it('leaves out the step that is run by its own command', () => {
    const { status, output } = check({ failing: 'test', args: ['--except', 'test'] });
    expect(status).toBe(0);
    expect(reached(output)).toEqual(steps.filter((step) => step !== 'test'));
  });

  it('refuses to leave out what is no step', () => {
    const { status, output } = check({ args: ['--except', 'tests'] });
    expect(status).toBe(2);
    expect(output).toContain('--except tests is none of format, lint');
  });
});
