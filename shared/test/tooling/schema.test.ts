import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, TemporaryTree } from './temporary-tree.js';

const federation =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated"])';

const sdl = {
  community: `${federation} type Query { me: Person @authenticated } type Person @key(fields: "id") { id: ID! }`,
  catalogue: `${federation} type Query { solution: Solution } type Solution @key(fields: "id") { id: ID! name: String }`,
  infosec: `${federation} type Query { framework: String }`,
};

describe('schema drift', () => {
  const tree = new TemporaryTree();
  const schema = (...args: string[]) => tree.node('gateway/bin/schema.mjs', ...args);
  const subgraph = (name: string, text: string): void =>
    tree.write({
      [`node_modules/@lokaal/${name}/index.js`]: `exports.${name} = { sdl: () => ${JSON.stringify(text)} };`,
    });

  beforeAll(() => {
    tree.copy('gateway/bin/schema.mjs');
    for (const name of ['@apollo/composition', 'graphql']) {
      tree.link(`node_modules/${name}`, join(projectRoot, 'node_modules', name));
    }
  });
  beforeEach(() => {
    for (const [name, text] of Object.entries(sdl)) {
      subgraph(name, text);
      tree.write({ [`subgraphs/${name}/schema.graphql`]: '' });
    }
    schema('--write');
  });
  afterAll(() => tree.dispose());

  it('accepts what it has written', () => {
    expect(schema()).toEqual({ status: 0, output: '' });
  });

  it('composes a supergraph with a URL for every subgraph', () => {
    const supergraph = readFileSync(join(tree.folder, 'gateway/supergraph.graphql'), 'utf8');
    expect(
      [...supergraph.matchAll(/@join__graph\(name: "(\w+)", url: "([^"]+)"\)/gu)].map(([, name, url]) => [name, url]),
    ).toEqual([
      ['catalogue', 'http://catalogue:4002/graphql'],
      ['community', 'http://community:4001/graphql'],
      ['infosec', 'http://infosec:4003/graphql'],
    ]);
  });

  it('fails when the code says something else than the committed files, and says where', () => {
    subgraph('catalogue', sdl.catalogue.replace('name: String', 'name: String price: Int'));
    const { status, output } = schema();
    expect(status).toBe(1);
    expect(output).toContain('subgraphs/catalogue/schema.graphql is stale');
    expect(output).toContain('gateway/supergraph.graphql is stale');
    expect(output).not.toContain('subgraphs/community/schema.graphql is stale');
  });

  it('fails when only the committed supergraph was edited', () => {
    tree.write({ 'gateway/supergraph.graphql': '# edited' });
    expect(schema()).toMatchObject({
      status: 1,
      output: expect.stringContaining('gateway/supergraph.graphql is stale'),
    });
  });

  it('fails with the reason when the subgraphs do not compose', () => {
    subgraph('catalogue', sdl.catalogue.replace('me', 'me').replace('solution: Solution', 'me: Int'));
    expect(schema('--write')).toMatchObject({ status: 1, output: expect.stringContaining('do not compose') });
  });
});
