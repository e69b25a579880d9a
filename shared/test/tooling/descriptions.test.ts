import { join } from 'node:path';
import { projectRoot, TemporaryTree } from './temporary-tree.js';

const described = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar FieldSet
  directive @key(fields: FieldSet!) on OBJECT
  type Query {
    _service: Int
    "Solutions (toepassingen)."
    solutions("How many." first: Int): [Solution]
  }
  "A solution." type Solution @key(fields: "id") { "Its id." id: ID! "Where it stands." status: Status }
  "Where it stands." enum Status { "Everybody sees it." PUBLISHED }
  "What to change." input Change { "The new name." name: String }
  "Anything with an id." interface Node { "Its id." id: ID! }
  "A number." scalar Number
  "One or the other." union Either = Solution
`;

describe('descriptions', () => {
  const tree = new TemporaryTree();
  const check = (sdl: string) => {
    tree.write({ 'schema.graphql': sdl });
    return tree.node(join(projectRoot, 'gateway/bin/descriptions.mjs'), join(tree.folder, 'schema.graphql'));
  };
  afterAll(() => tree.dispose());

  it('accepts a schema that describes everything but the machinery of federation', () => {
    expect(check(described)).toEqual({ status: 0, output: '' });
  });

  it.each([
    ['type', '"A solution." type', 'type', 'Solution'],
    ['field', '"Solutions (toepassingen)."', '', 'Query.solutions'],
    ['argument', '"How many."', '', 'Query.solutions.first'],
    ['enum', '"Where it stands." enum', 'enum', 'Status'],
    ['enum value', '"Everybody sees it."', '', 'Status.PUBLISHED'],
    ['input', '"What to change."', '', 'Change'],
    ['input field', '"The new name."', '', 'Change.name'],
    ['interface', '"Anything with an id."', '', 'Node'],
    ['scalar', '"A number."', '', 'Number'],
    ['union', '"One or the other."', '" "', 'Either'],
  ])('names the %s without a description', (_kind, from, to, name) => {
    const { status, output } = check(described.replace(from, to));
    expect(status).toBe(1);
    expect(output).toMatch(new RegExp(`^1 without a description:\\n\\S+: ${name}\\n$`, 'u'));
  });
});
