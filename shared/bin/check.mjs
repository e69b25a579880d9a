// npm run check: everything that must hold before a commit, cheapest first. Stops at the first failure. A step named
// after --except is left to its own command.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { prepareOrExit, root } from './prepare.mjs';

const steps = ['format', 'lint', 'types', 'boundaries', 'schema', 'unused', 'descriptions', 'test'];
const { values } = parseArgs({ options: { except: { type: 'string' } } });
if (values.except && !steps.includes(values.except)) {
  console.error(`check: --except ${values.except} is none of ${steps.join(', ')}`);
  process.exit(2);
}
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

await prepareOrExit();
const started = Date.now();
for (const step of steps.filter((one) => one !== values.except)) {
  const begun = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', step], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`\ncheck: ${step} FAILED after ${seconds(begun)}. Alone: npm run ${step}`);
    process.exit(1);
  }
  console.log(`check: ${step} ok, ${seconds(begun)}`);
}
console.log(`check: all ok, ${seconds(started)}`);
