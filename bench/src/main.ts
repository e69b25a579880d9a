import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from './compare.js';
import { readOptions, usage, type Options } from './options.js';
import { sizesTable } from './report/sizes-table.js';
import { table } from './report/table.js';
import { compareSizes } from './sizes/compare-sizes.js';
import { UndoList } from './undo-list.js';
import { root } from './workspace.js';

/** Everything of a run goes in here; as root, PostgreSQL runs as another user, who must be able to pass. */
async function newFolder(undo: UndoList): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lokaal-bench-'));
  undo.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  await chmod(folder, 0o711);
  return folder;
}

async function save(name: string, report: { readonly measuredAt: string }): Promise<string> {
  const folder = join(root, 'bench/results');
  const file = join(folder, `${name}-${report.measuredAt.replaceAll(':', '')}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`);
  return file;
}

async function runReference(options: Options, undo: UndoList): Promise<void> {
  const report = await compare(options, await newFolder(undo), undo);
  console.log(`\n${table(report)}\n\nAll figures: ${await save('reference', report)}`);
}

async function runSizes(options: Options, undo: UndoList): Promise<void> {
  const report = await compareSizes(options, { folder: await newFolder(undo), undo });
  console.log(`\n${sizesTable(report)}\n\nAll figures: ${await save('sizes', report)}`);
}

/** npm run bench. */
export async function main(): Promise<void> {
  const undo = new UndoList();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void undo.run().then(() => process.exit(130)));
  try {
    const options = readOptions(process.argv.slice(2));
    if (options === undefined) console.log(usage);
    else await (options.sizes ? runSizes : runReference)(options, undo);
  } catch (error) {
    // Stopping pulls the database away from what is under way: the signal exits, not this failure.
    if (undo.asked) return;
    console.error((error as Error).message);
    process.exitCode = 1;
  } finally {
    await undo.run();
  }
}
