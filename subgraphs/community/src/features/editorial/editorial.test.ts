import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';

let on: TestSubgraph;
let given: Given;
let knowledge: GivenKnowledge;
let editor: Viewer;
let author: GivenPerson;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  knowledge = new GivenKnowledge(on);
  editor = staff(await given.person());
  author = await given.person({ name: 'Aline Auteur' });
  await knowledge.theme('informatieveiligheid');
  await knowledge.theme('open-source');
});

interface Kind {
  /** Of the GraphQL type, in names of mutations. */
  readonly type: string;
  readonly field: string;
  readonly table: string;
  /** What makes it complete, as part of the input. */
  readonly content: object;
  readonly missing: string;
  readonly more: object;
  given(columns?: object): Promise<Row>;
}

const kinds: Kind[] = [
  {
    type: 'Publication',
    field: 'publication',
    table: 'publication',
    content: { body: 'De volledige tekst.' },
    missing: 'body',
    more: {},
    given: (columns) => knowledge.publication({ ...columns }),
  },
  {
    type: 'MediaItem',
    field: 'mediaItem',
    table: 'media_item',
    content: { url: 'https://media.example/opname' },
    missing: 'url',
    more: { kind: 'PODCAST' },
    given: (columns) => knowledge.mediaItem({ ...columns }),
  },
  {
    type: 'NewsItem',
    field: 'newsItem',
    table: 'news_item',
    content: { body: 'Het volledige bericht.' },
    missing: 'body',
    more: {},
    given: (columns) => knowledge.newsItem({ ...columns }),
  },
];

const SHOWN = `id title summary access status publishedOn readable withdrawalReason version
  authors { nodes { name position person { id } } } themes { nodes { slug } }`;

const mutate = (viewer: Viewer, { type, field }: Kind, verb: string, input: object) =>
  on
    .as(viewer)
    .run(
      `mutation ($input: ${verb}${type}Input!) { ${verb.toLowerCase()}${type}(input: $input) { ${field} { ${SHOWN} } userErrors { code field message } } }`,
      { input },
    );

const changed = (answer: { data: Record<string, Record<string, unknown>> }, { field }: Kind) =>
  Object.values(answer.data)[0]![field] as { id: string; version: number; status: string } & Record<string, unknown>;

const rowsOf = async ({ table }: Kind) => on.sql(`select * from ${table} order by id`);

const text = { title: 'Digitaal samenwerken', summary: 'Hoe besturen samen digitaal groeien.' };

describe.each(kinds)('$type', (kind) => {
  const create = async (more: object = {}) =>
    changed(await mutate(editor, kind, 'Create', { ...text, ...kind.more, ...kind.content, ...more }), kind);
  const sees = async (viewer: Viewer, id: string): Promise<unknown> =>
    (await on.as(viewer).run(`query ($id: ID!) { ${kind.field}(id: $id) { id } }`, { id })).data[kind.field];

  it('begins as a draft, with authors in their order and themes', async () => {
    const made = await create({
      authors: [{ personId: author.id }, { name: 'Iemand van buiten' }],
      themes: ['open-source', 'informatieveiligheid'],
      access: 'MEMBERS',
    });
    expect(made).toMatchObject({
      ...text,
      access: 'MEMBERS',
      status: 'DRAFT',
      publishedOn: '2026-11-02',
      readable: true,
      authors: {
        nodes: [
          { name: 'Aline Auteur', position: 1, person: { id: author.id } },
          { name: 'Iemand van buiten', position: 2, person: null },
        ],
      },
      themes: { nodes: [{ slug: 'informatieveiligheid' }, { slug: 'open-source' }] },
    });
  });

  it('is for staff only until it is published, and until its day', async () => {
    const person = signedIn(await given.person());
    const { id, version } = await create({ publishedOn: '2026-11-05' });
    const seen = [await sees(person, id)];
    await mutate(editor, kind, 'Publish', { id, expectedVersion: version });
    seen.push(await sees(person, id));
    on.clock.set('2026-11-05T00:00:00+01:00');
    seen.push(await sees(person, id), await sees(anonymous, id));
    on.clock.set('2026-11-02T09:00:00Z');
    expect(seen).toEqual([null, null, { id }, { id }]);
    expect(await sees(editor, id)).toEqual({ id });
  });

  it('is changed: what is not sent stays, authors and themes are replaced', async () => {
    const { id } = await create({ authors: [{ name: 'Eerste Auteur' }], themes: ['open-source'] });
    const answer = await mutate(editor, kind, 'Update', {
      id,
      expectedVersion: 1,
      title: 'Een andere titel',
      authors: [{ name: 'Tweede Auteur' }],
      themes: [],
    });
    expect(changed(answer, kind)).toMatchObject({
      title: 'Een andere titel',
      summary: text.summary,
      version: 2,
      authors: { nodes: [{ name: 'Tweede Auteur', position: 1 }] },
      themes: { nodes: [] },
    });
  });

  it('has a new version when only its authors change', async () => {
    const { id } = await create();
    const answer = await mutate(editor, kind, 'Update', { id, expectedVersion: 1, authors: [{ name: 'An Ander' }] });
    expect(changed(answer, kind).version).toBe(2);
  });

  it('is withdrawn with a reason, and published again', async () => {
    const { id } = await create();
    await mutate(editor, kind, 'Publish', { id, expectedVersion: 1 });
    const withdrawn = await mutate(editor, kind, 'Withdraw', { id, expectedVersion: 2, reason: 'Achterhaald.' });
    expect(changed(withdrawn, kind)).toMatchObject({ status: 'WITHDRAWN', withdrawalReason: 'Achterhaald.' });
    expect(await sees(anonymous, id)).toBeNull();
    const again = await mutate(editor, kind, 'Publish', { id, expectedVersion: 3 });
    expect(changed(again, kind)).toMatchObject({ status: 'PUBLISHED', withdrawalReason: null });
    expect(await sees(anonymous, id)).toEqual({ id });
  });

  it('is gone when it is deleted as a draft, with its authors; what was published stays', async () => {
    const remove = (row: Row, more: object = {}) =>
      on
        .as(editor)
        .run(
          `mutation ($input: Delete${kind.type}Input!) { delete${kind.type}(input: $input) { deletedId userErrors { code field } } }`,
          { input: { id: row.id, expectedVersion: 1, ...more } },
        );
    const draft = await create({ authors: [{ name: 'Iemand van buiten' }] });
    expect(await remove(draft, { expectedVersion: 2 })).toHaveUserError('CONFLICT', ['expectedVersion']);
    for (const status of ['PUBLISHED', 'WITHDRAWN']) {
      const reason = status === 'WITHDRAWN' ? 'Achterhaald.' : null;
      const kept = await kind.given({ status, withdrawal_reason: reason });
      expect(await remove(kept)).toHaveUserError('INVALID_STATE');
    }
    const authors = 'select from author where coalesce(publication_id, media_item_id, news_item_id) = $1';
    expect(await on.sql(authors, [draft.id])).toHaveLength(1);
    expect((await remove(draft)).data[`delete${kind.type}`]).toEqual({ deletedId: draft.id, userErrors: [] });
    expect(await on.sql(authors, [draft.id])).toEqual([]);
    expect(await remove(draft)).toHaveUserError('NOT_FOUND', ['id']);
  });

  it.each(['Create', 'Update', 'Publish', 'Withdraw'])('is not for others than staff to %s', async (verb) => {
    const { id } = await kind.given();
    const before = await rowsOf(kind);
    const seen = { id, expectedVersion: 1 };
    const inputs: Record<string, object> = {
      Create: { ...text, ...kind.more },
      Update: seen,
      Publish: seen,
      Withdraw: { ...seen, reason: 'Zomaar.' },
    };
    expect(await mutate(signedIn(author), kind, verb, inputs[verb]!)).toHaveUserError('FORBIDDEN');
    expect(await mutate(anonymous, kind, verb, inputs[verb]!)).toHaveError('UNAUTHENTICATED');
    expect(await rowsOf(kind)).toEqual(before);
  });

  it.each([
    ['a theme that does not exist', { themes: ['koffie'] }, ['themes']],
    ['an author without a name', { authors: [{}] }, ['authors', '0']],
    ['a title that is too short', { title: 'x' }, ['title']],
  ])('is refused with %s, and nothing is written', async (_name, wrong, field) => {
    const before = await rowsOf(kind);
    const answer = await mutate(editor, kind, 'Create', { ...text, ...kind.more, ...wrong });
    expect(answer).toHaveUserError('BAD_USER_INPUT', field);
    expect(await rowsOf(kind)).toEqual(before);
  });

  it('is refused with an author who does not exist, and nothing is written', async () => {
    const before = await rowsOf(kind);
    const wrong = { authors: [{ personId: newId('person') }] };
    const answer = await mutate(editor, kind, 'Create', { ...text, ...kind.more, ...wrong });
    expect(answer).toHaveUserError('NOT_FOUND', ['authors', '0', 'personId']);
    expect(await rowsOf(kind)).toEqual(before);
  });

  it('is refused to be published while it is not complete', async () => {
    const { id } = changed(await mutate(editor, kind, 'Create', { ...text, ...kind.more }), kind);
    const refused = await mutate(editor, kind, 'Publish', { id, expectedVersion: 1 });
    expect(refused).toHaveUserError('BAD_USER_INPUT', [kind.missing]);
    const { id: published } = await kind.given();
    const cleared = await mutate(editor, kind, 'Update', { id: published, expectedVersion: 1, [kind.missing]: null });
    expect(cleared).toHaveUserError('BAD_USER_INPUT', [kind.missing]);
  });

  it('keeps to its states', async () => {
    const [published, draft] = [await kind.given(), await kind.given({ status: 'DRAFT' })];
    const twice = await mutate(editor, kind, 'Publish', { id: published.id, expectedVersion: 1 });
    const unpublished = await mutate(editor, kind, 'Withdraw', {
      id: draft.id,
      expectedVersion: 1,
      reason: 'Toch niet.',
    });
    expect(twice).toHaveUserError('INVALID_STATE');
    expect(unpublished).toHaveUserError('INVALID_STATE');
  });

  it('tells others nothing of what there is', async () => {
    const { id } = await kind.given({ status: 'DRAFT' });
    const refused = (of: string) => mutate(signedIn(author), kind, 'Publish', { id: of, expectedVersion: 7 });
    const absent = id.replace(/.{4}$/, 'zzzz');
    expect(await refused(id)).toEqual(await refused(absent));
  });

  it('is refused for a version that somebody else changed', async () => {
    const { id } = await kind.given();
    const answer = await mutate(editor, kind, 'Update', { id, expectedVersion: 7, title: 'Te laat' });
    expect(answer).toHaveUserError('CONFLICT', ['expectedVersion']);
  });

  it('is made once for the same key', async () => {
    const key = { idempotencyKey: `sleutel ${kind.type}` };
    const [one, two] = await Promise.all([create(key), create(key)]);
    expect(one.id).toBe(two.id);
    const other = await mutate(editor, kind, 'Create', { ...text, ...kind.more, ...key, title: 'Iets anders' });
    expect(other).toHaveUserError('IDEMPOTENCY_MISMATCH');
  });
});
