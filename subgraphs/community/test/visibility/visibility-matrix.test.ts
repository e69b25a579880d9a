import '../../../../shared/test/matchers.js';
import { entityTypes } from '@lokaal/shared/ids';
import { ReadModel } from '@lokaal/shared/read';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { slices } from '../../src/schema.js';
import { startCommunity } from '../given.js';
import { crawl } from './crawl.js';
import { everybody, type Line, linesOf, typesOfMatrix, unfinishedLines, withoutLines } from './matrix.js';
import { otherQuestions } from './other-questions.js';
import { entityTypesOfSchema, otherRoots, ownTypes, selected, typeOf } from './paths.js';
import { type ViewerName, viewerNames } from './viewers.js';
import { buildWorld, type World } from './world.js';

let on: TestSubgraph;
let world: World;
let lines: readonly Line[];

beforeAll(async () => {
  on = await startCommunity();
  world = await buildWorld(on);
  lines = linesOf(world);
}, 60_000);

const isObject = ({ object, field }: Line): boolean => !field && object in world.rows;

/** The objects of the matrix that are among these ids. */
const named = (ids: Iterable<string>): string[] => {
  const known = new Set(ids);
  return lines.filter((line) => isObject(line) && known.has(world.rows[line.object]!.id)).map(({ object }) => object);
};
const expectedOf = (viewer: ViewerName): string[] =>
  lines.filter((line) => isObject(line) && line.seenBy.includes(viewer)).map(({ object }) => object);

describe('the matrix of who sees what', () => {
  it('is filled in: every line has an object or a question, and a cell for every viewer', () => {
    expect(unfinishedLines).toEqual([]);
    expect(lines.filter(({ object }) => !(object in world.rows) && !otherQuestions[object])).toEqual([]);
  });

  it('has every type of the schema: a new one needs a line in matrix.ts and a row in world.ts', () => {
    const missing = [...entityTypesOfSchema(), ...ownTypes].filter((type) => !typesOfMatrix.has(type));
    expect([...new Set(missing)].toSorted()).toEqual(withoutLines.toSorted());
  });

  it('has every column that needs a stronger right than its row', () => {
    const fields = new Set(lines.map(({ object, field }) => `${object.split(' ')[0]} ${field ?? ''}`));
    const restricted = slices
      .flatMap((slice) => slice.models)
      .filter((model) => model instanceof ReadModel)
      .flatMap(({ name, options }) => Object.keys(options.restricted ?? {}).map((column) => `${name} ${column}`));
    expect(restricted.filter((one) => !fields.has(one.replace(/Id$/, '')))).toEqual([]);
  });

  it('knows the questions that lead to no object', () => {
    // who may read undelivered mails is tested where they are: undelivered-mail.test.ts
    expect(otherRoots()).toEqual(['certificate', 'membershipOverview', 'undeliveredMails']);
  });

  it('agrees with the types that are known to be open', () => {
    const open = Object.values(entityTypes).filter((one) => one.owner === 'community' && 'open' in one);
    const written = open.map(({ type }) => type).filter((type) => !withoutLines.includes(type));
    expect(written.toSorted()).toEqual(Object.keys(everybody).toSorted());
  });
});

describe.each(viewerNames)('to the viewer "%s"', (name) => {
  it('lists, counts, facets, keys, filters, searches and relations show what the matrix says, and no more', async () => {
    const seen = await crawl(on, world.viewers[name], Object.values(world.rows));
    const leaks = named(seen.keys()).filter((object) => !expectedOf(name).includes(object));
    expect(leaks.map((object) => `${object}, by ${seen.get(world.rows[object]!.id)}`)).toEqual([]);
    expect(named(seen.keys())).toEqual(expectedOf(name));
  });

  it.each([
    ['node', 'query ($id: ID!) { found: node(id: $id) { id } }'],
    ['nodes', 'query ($id: ID!) { found: nodes(ids: [$id]) { id } }'],
    ['a reference', 'query ($items: [_Any!]!) { found: _entities(representations: $items) { ... on Node { id } } }'],
  ])('every object of the matrix is found by %s, and no other', async (_, query) => {
    const found: string[] = [];
    for (const row of Object.values(world.rows)) {
      const items = [{ __typename: typeOf(row), id: row.id }];
      const { data } = await on.as(world.viewers[name]).run(query, { id: row.id, items });
      if ([data.found].flat()[0]) found.push(row.id);
    }
    expect(named(found)).toEqual(expectedOf(name));
  });

  it('the fields of the matrix have a value or are null, and other questions an answer or none', async () => {
    const wrong: string[] = [];
    for (const line of lines.filter((one) => !isObject(one))) {
      if ((await learns(name, line)) !== line.seenBy.includes(name)) wrong.push(`${line.object} ${line.field ?? ''}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Whether the viewer reads a value in the field, or has an answer to the question. */
async function learns(viewer: ViewerName, { object, field }: Line): Promise<boolean> {
  if (!field) return otherQuestions[object]!(on, world.viewers[viewer], world);
  const row = world.rows[object]!;
  const query = `query ($id: ID!) { node(id: $id) { ... on ${typeOf(row)} { ${selected(typeOf(row), field)} } } }`;
  const { data, errors } = await on.as(world.viewers[viewer]).run(query, { id: row.id });
  expect(errors).toBeUndefined();
  return data.node !== null && data.node[field] !== null;
}
