import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind } from 'graphql';
import { ownScalars } from '../src/own-scalars.js';
import { parseSupergraph } from '../src/supergraph.js';
import { startGraph, type Graph } from './graph.js';

const canary = 'CanaryOfTheTest';
const right = {
  nis: '44021',
  numbers: ['0207.500.123'],
  contact: {
    email: 'an@gemeente.example',
    since: '2026-03-29',
    at: '2026-03-29T01:30:00Z',
    kind: 'FORBIDDEN',
    size: 3,
  },
};

let graph: Graph;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

describe('a value that its scalar cannot read is refused by the gateway itself', () => {
  const refused = async (query: string, variables?: Record<string, unknown>) => {
    const asked = graph.subgraphs.community.requests.length;
    const { status, body } = await graph.ask(query, { variables });
    expect(graph.subgraphs.community.requests).toHaveLength(asked);
    expect(JSON.stringify(body) + graph.lines.join('')).not.toContain(canary);
    return [status, body.errors?.[0]?.extensions, body.errors?.map(({ message }) => message)];
  };

  it.each([
    [`{ given(nis: "${canary}") }`, 'Argument "nis": Write a NIS code'],
    ['{ given(nis: 44021) }', 'Argument "nis": Write a NIS code'],
    [`{ given(nis: ["${canary}"]) }`, 'Argument "nis": Write a NIS code'],
    [`{ given(nis: { a: "${canary}" }) }`, 'Argument "nis": Write a NIS code'],
    [`{ given(numbers: ["0207.500.123", "${canary}"]) }`, 'Argument "numbers": Write an enterprise number'],
    [`{ given(contact: { email: "${canary} geheim" }) }`, 'Argument "contact.email": Write an e-mail address'],
    ['{ given(contact: { email: "a@b.example", since: "2026-02-30" }) }', 'Argument "contact.since": Write a day'],
    [`{ given(contact: { email: "a@b.example", at: ["${canary}"] }) }`, 'Argument "contact.at": Write a moment'],
    [`query ($nis: NisCode = "${canary}") { given(nis: $nis) }`, 'Default of variable "$nis": Write a NIS code'],
    [`{ ...F } fragment F on Query { given(nis: "${canary}") }`, 'Argument "nis": Write a NIS code'],
  ])('in %s', async (query, message) => {
    const validation = { code: 'GRAPHQL_VALIDATION_FAILED' };
    expect(await refused(query)).toEqual([400, validation, [expect.stringContaining(message)]]);
  });

  it.each([
    [{ nis: canary }, '"$nis": Write a NIS code'],
    [{ nis: 44021 }, '"$nis": Write a NIS code'],
    [{ numbers: ['0207.500.123', canary] }, '"$numbers.1": Write an enterprise number'],
    [{ numbers: canary }, '"$numbers": Write an enterprise number'],
    [{ contact: { email: `${canary} geheim` } }, '"$contact.email": Write an e-mail address'],
    [{ contact: { email: 'a@b.example', at: [canary] } }, '"$contact.at.0": Write a moment'],
    [{ contact: { email: 'a@b.example', kind: canary } }, '"$contact.kind": A value of type "Refusal" is expected.'],
    [{ contact: { email: 'a@b.example', size: canary } }, '"$contact.size": A value of type "Int" is expected.'],
    [{ contact: canary }, '"$contact": Expected type "Contact" to be an object.'],
    [{ contact: {} }, '"$contact": Field "email" of required type "EmailAddress!" was not provided.'],
  ])('in the variables %j', async (variables, message) => {
    const query =
      'query ($nis: NisCode, $numbers: [KboNumber!], $contact: Contact) { given(nis: $nis, numbers: $numbers, contact: $contact) }';
    expect(await refused(query, variables)).toEqual([
      400,
      { code: 'BAD_USER_INPUT' },
      [expect.stringContaining(message)],
    ]);
  });
});

describe('a right value', () => {
  it('passes as it was written, as a literal and in a variable', async () => {
    const query = 'query ($contact: Contact) { given(nis: "44021", numbers: ["0207.500.123"], contact: $contact) }';
    const { body } = await graph.ask(query, { variables: { contact: right.contact } });
    expect(JSON.parse(String(body.data?.['given']))).toEqual({
      ...right,
      contact: { ...right.contact, at: [right.contact.at] },
    });
  });

  it('may be null or left out', async () => {
    const query = 'query ($nis: NisCode) { given(nis: $nis, contact: null) }';
    expect((await graph.ask(query)).body.errors).toBeUndefined();
    expect((await graph.ask(query, { variables: { nis: null } })).body.errors).toBeUndefined();
  });
});

it('every scalar of our supergraph can be read', () => {
  const supergraph = parseSupergraph(readFileSync(join(__dirname, '../supergraph.graphql'), 'utf8'));
  const names = supergraph.definitions.flatMap((one) =>
    one.kind === Kind.SCALAR_TYPE_DEFINITION && !one.name.value.includes('__') ? [one.name.value] : [],
  );
  expect([...ownScalars.keys()].toSorted()).toEqual(names.toSorted());
});

it('scalars of strangers mean what their subgraphs take them for', async () => {
  const generic = await startGraph({ generic: true });
  const { body } = await generic.ask('query ($nis: NisCode) { given(nis: $nis, numbers: ["one"]) }', {
    variables: { nis: 'x' },
  });
  await generic.close();
  expect(body).toEqual({ data: { given: '{"nis":"x","numbers":["one"]}' } });
});
