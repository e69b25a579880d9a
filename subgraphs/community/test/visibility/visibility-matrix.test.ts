import '../../../../shared/test/matchers.js';
import { entityTypes } from '@lokaal/shared/ids';
import { ReadModel } from '@lokaal/shared/read';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { slices } from '../../src/schema.js';
import { type Row, startCommunity } from '../given.js';
import { crawl } from './crawl.js';
import { fieldOfLine, openFieldNames, openSelection, speakingFields } from './fields.js';
import { everybody, headsOfTables, type Line, lines, typesOfMatrix, unfinishedLines } from './matrix.js';
import { issuer } from './issuer.js';
import { otherQuestions, rootOfLine } from './other-questions.js';
import { entityTypesOfSchema, otherRoots, ownTypes, selected, typeOf } from './paths.js';
import { type ViewerName, viewerNames } from './viewers.js';
import { counted, countStatements } from './statements.js';
import { buildWorld, type World } from './world.js';

let on: TestSubgraph;
let world: World;

beforeAll(async () => {
  on = await startCommunity({ openIdIssuers: [issuer] });
  world = await buildWorld(on);
  countStatements();
});

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
    expect(headsOfTables).toEqual(headsOfTables.map(() => [...viewerNames]));
    expect(unfinishedLines).toEqual([]);
    expect(lines.filter(({ object }) => !(object in world.rows) && !otherQuestions[object])).toEqual([]);
  });

  it('has every type of the schema: a new one needs a line in matrix.md and a row in world.ts', () => {
    const missing = [...entityTypesOfSchema(), ...ownTypes].filter((type) => !typesOfMatrix.has(type));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('has every column that needs a stronger right than its row', () => {
    const fields = new Set(lines.filter(({ field }) => field).map(fieldOfLine));
    const restricted = slices
      .flatMap((slice) => slice.models)
      .filter((model) => model instanceof ReadModel)
      .flatMap(({ name, options }) => Object.keys(options.restricted ?? {}).map((column) => `${name} ${column}`));
    expect(restricted.filter((one) => !fields.has(one.replace(/Id$/, '')))).toEqual([]);
  });

  it('has every question that leads to no object', () => {
    expect(otherRoots().toSorted()).toEqual(Object.values(rootOfLine).toSorted());
    expect(Object.keys(rootOfLine).filter((line) => !lines.some(({ object }) => object === line))).toEqual([]);
  });

  it('has every field: a new one is seen with its object, or has a line of its own', () => {
    const [fields, open] = [speakingFields(), openFieldNames()];
    const written = new Set([...open, ...lines.filter(({ field }) => field).map(fieldOfLine)]);
    expect(fields.filter((field) => !written.has(field))).toEqual([]);
    expect(open.filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('says of no field both that it is seen with its object and that it is not', () => {
    const own = new Set(lines.filter(({ field }) => field).map(fieldOfLine));
    expect(openFieldNames().filter((field) => own.has(field))).toEqual([]);
  });

  it('tells the truth of the fields that are seen with their object: they are alike for everybody', async () => {
    const told = new Map<string, string>();
    const different = new Set<string>();
    const asked = ownTypes.flatMap((type) => viewerNames.map((viewer) => ({ type, viewer })));
    for (const { type, viewer } of asked) {
      const values = await openValues(viewer, type);
      for (const [field, value] of values.filter(([one, its]) => told.get(one) !== its)) {
        if (told.has(field)) different.add(`${field} for ${viewer}`);
        told.set(field, value);
      }
    }
    expect([...different]).toEqual([]);
  });

  it('is about what takes one statement a fetch, which is counted whoever runs it', async () => {
    const cost = async (query: string) => (await counted(() => on.as(world.viewers.staff).run(query)))[1];
    expect([
      await cost('{ themes { totalCount } }'),
      await cost('{ themes { totalCount } projects { totalCount } }'),
    ]).toEqual([1, 2]);
  });

  it('agrees with the types that are known to be open', () => {
    const open = Object.values(entityTypes).filter((one) => one.owner === 'community' && 'open' in one);
    expect(open.map(({ type }) => type).toSorted()).toEqual(everybody.toSorted());
  });
});

describe.each(viewerNames)('to the viewer "%s"', (name) => {
  it('lists, counts, facets, keys, filters, searches and relations show what the matrix says, and no more', async () => {
    const { seen, costly } = await crawl(on, world.viewers[name], Object.values(world.rows));
    const leaks = named(seen.keys()).filter((object) => !expectedOf(name).includes(object));
    expect(leaks.map((object) => `${object}, by ${seen.get(world.rows[object]!.id)}`)).toEqual([]);
    expect(named(seen.keys())).toEqual(expectedOf(name));
    // one statement a fetch, of every type, whatever is asked of it
    expect(costly).toEqual([]);
  });

  it('every object of the matrix is found by node, by nodes and as a reference, and no other', async () => {
    const found = await foundByKey(name);
    expect(found.map(named)).toEqual(found.map(() => expectedOf(name)));
  });

  it('the fields of the matrix have a value or are null, and other questions an answer or none', async () => {
    const wrong: string[] = [];
    for (const line of lines.filter((one) => !isObject(one))) {
      if ((await learns(name, line)) !== line.seenBy.includes(name)) wrong.push(`${line.object} ${line.field ?? ''}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Ids of the rows that the viewer finds: by node, by nodes, and as references from other subgraphs. */
async function foundByKey(viewer: ViewerName): Promise<string[][]> {
  const rows = Object.values(world.rows);
  const one = rows.map(({ id }, index) => `by${index}: node(id: "${id}") { id }`).join(' ');
  const query = `query ($of: [_Any!]!) { ${one} refer: _entities(representations: $of) { ... on Node { id } } }`;
  const asked = on.as(world.viewers[viewer]);
  const { data } = await asked.run(query, { of: rows.map((row) => ({ __typename: typeOf(row), id: row.id })) });
  const several = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const pages = [rows.slice(0, 80), rows.slice(80)].map((page) =>
    asked.run(several, { ids: page.map(({ id }) => id) }),
  );
  const { refer, ...byNode } = data as { refer: (Row | null)[] } & Record<string, (Row | null)[]>;
  const byNodes = (await Promise.all(pages)).flatMap((answer) => answer.data.nodes as (Row | null)[]);
  return [Object.values(byNode).flat(), byNodes, refer].map((some) => some.flatMap((row) => row?.id ?? []));
}

/** What the viewer reads in the fields that are seen with their objects, of all rows of a type that are seen. */
async function openValues(viewer: ViewerName, type: string): Promise<[field: string, value: string][]> {
  const rows = Object.entries(world.rows).filter(([, row]) => typeOf(row) === type);
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${openSelection(type)} } } }`;
  const { data, errors } = await on.as(world.viewers[viewer]).run(query, { ids: rows.map(([, { id }]) => id) });
  expect(errors).toBeUndefined();
  return rows.flatMap(([name], index) =>
    Object.entries(data.nodes[index] ?? {}).map(([field, value]): [string, string] => [
      `${name} ${field}`,
      JSON.stringify(value),
    ]),
  );
}

/** Whether the viewer reads a value in the field, or has an answer to the question. */
async function learns(viewer: ViewerName, { object, field }: Line): Promise<boolean> {
  if (!field) return otherQuestions[object]!(on, world.viewers[viewer], world);
  const row = world.rows[object]!;
  const query = `query ($id: ID!) { node(id: $id) { ... on ${typeOf(row)} { ${selected(typeOf(row), field)} } } }`;
  const { data, errors } = await on.as(world.viewers[viewer]).run(query, { id: row.id });
  expect(errors).toBeUndefined();
  const value = field.split('.').reduce((held, part) => held?.[part], data.node);
  return value !== null && value !== undefined && value !== false;
}
