import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { newId } from '@lokaal/shared/ids';
import { Given, signedIn, staff, startCommunity } from '../../../test/given.js';
import { MarkedRows } from '../../../test/marked-rows.js';
import { personalData } from '../../schema.js';

/** Columns that point to people, or say who somebody is; and free text beside them. */
const aboutPeople = `
  with pointing as (
    select conrelid as of, attname as name from pg_constraint
      join pg_attribute on attrelid = conrelid and attnum = any (conkey)
      where contype = 'f' and confrelid = 'person'::regclass
    union
    select attrelid, attname from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
        and attname ~ '(person_id|_by_id|person_hash|email|recipient|holder_name|phone)$')
  select of::regclass::text as table, name from pointing
  union
  select attrelid::regclass::text, attname from pg_attribute
    where attrelid in (select of from pointing) and attnum > 0 and not attisdropped
      and attname ~ '(^|_)(name|biography|answer|note|notes|comment|message|motivation|reason|title)$'
  order by 1, 2`;

/** Columns that need no entry of their own, and why. */
const reasons: Readonly<Record<string, string>> = {
  'employment.person_name': 'a trigger keeps it the name of the person, with whom the row goes',
  'employment.organisation_name': 'a trigger keeps it the name of the organisation',
  'membership.holder_name': 'a trigger keeps it the name of the holder, and empties it with person_id',
  'registration.person_name': 'a trigger keeps it the name of who takes part, and empties it with person_id',
  'registration.known_by': 'a trigger makes it of the person’s address and employers, and empties it with person_id',
  'circle_accession.replaced_by_id': 'points to another request, of the same authority',
  'focus_project.title': 'what the think tank works on is the association’s, whoever proposed it',
  'focus_project.summary': 'what the think tank works on is the association’s, whoever proposed it',
  'focus_project.search_vector': 'made from its title and summary',
  'planned_merger.legal_name': 'names a municipality',
  'stored_file.file_name': 'names the document of an organisation',
};

/** Texts that stay where they are, and why. */
const kept: Readonly<Record<string, string>> = {
  'api_key.name': 'names a system of an organisation, whose colleagues have to recognise it',
  'certificate.title': 'names what was learned: a certificate stays verifiable, without its holder',
  'circle_accession.decline_reason': 'what the authority was told about its request',
  'event_message.subject': 'what registrants were told is the association’s, whoever wrote it',
  'event_message.body': 'what registrants were told is the association’s, whoever wrote it',
  'focus_project.title': 'what the think tank works on is the association’s, whoever proposed it',
  'focus_project.summary': 'what the think tank works on is the association’s, whoever proposed it',
  'focus_project.search_vector': 'made from its title and summary',
  'planned_merger.successor_name': 'names a municipality',
  'stored_file.file_name': 'the document is its organisation’s',
  'stored_file.media_type': 'a kind of file',
};

const EXPORT = `mutation ($input: ExportMyDataInput!) { exportMyData(input: $input) { data userErrors { code field message } } }`;
const ERASE = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { erasedAt userErrors { code field message } } }`;

let on: TestSubgraph;

beforeAll(async () => {
  on = await startCommunity();
});

it('has every column that points to people or names them', async () => {
  const columns = await on.sql<{ table: string; name: string }>(aboutPeople);
  const isListed = ({ table, name }: { table: string; name: string }): boolean =>
    personalData.some(
      (one) => one.table === table && (new RegExp(`\\b${name}\\b`, 'u').test(one.of) || one.shown.includes(name)),
    );
  const missing = columns.map((one) => ({ ...one, place: `${one.table}.${one.name}` }));
  expect(missing.filter((one) => !isListed(one) && !(one.place in reasons)).map(({ place }) => place)).toEqual([]);
});

describe('with something written in every place', () => {
  const [first, second] = [newId('person'), newId('person')];
  let texts: ReadonlyMap<string, string>;
  let asStaff: ReturnType<TestSubgraph['as']>;

  beforeAll(async () => {
    const given = new Given(on);
    const member = await given.person();
    await on.sql(`insert into staff_role (person_id, role) values ($1, 'STAFF')`, [member.id]);
    asStaff = on.as(staff(member));
    const rows = new MarkedRows(on, personalData);
    await rows.open();
    texts = await rows.fill(first, 'merkeen');
    await rows.fill(second, 'merktwee');
    // somebody whom staff know
    await on.sql('update person set entered_at = created_at where id = $1', [first]);
  });

  /** Where a word is: every column of every table. */
  async function placesOf(word: string): Promise<string[]> {
    const tables = await on.sql<{ name: string }>(
      `select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    const found = [];
    for (const { name } of tables) {
      const columns = await on.sql<{ place: string }>(
        `select distinct '${name}.' || texts.key as place
          from ${name} as held cross join jsonb_each_text(to_jsonb(held)) as texts where texts.value ilike $1`,
        [`%${word}%`],
      );
      found.push(...columns.map(({ place }) => place));
    }
    return found;
  }

  it('exports each text about the person, and none about somebody else', async () => {
    const { data } = await on.as(signedIn({ id: first })).run(EXPORT, { input: {} });
    const exported = data.exportMyData.data as string;
    expect(texts.size).toBeGreaterThan(15);
    expect([...texts].filter(([, text]) => !exported.includes(text))).toEqual([]);
    expect(exported).not.toContain('merktwee');
  });

  it('erases each of them, in every table and index, and nobody else’s', async () => {
    const before = await placesOf('merktwee');
    const answer = await asStaff.run(ERASE, { input: { personId: first, ground: 'PERSON_ASKED' } });
    expect(answer).toEqual({ data: { erasePerson: { erasedAt: '2026-11-02T09:00:00.000Z', userErrors: [] } } });
    // the mail that confirms it goes to the address of before: once it left, that is nowhere either
    while ((await on.sql('select from outbox_message where leaves_nothing')).length > 0);
    expect((await placesOf('merkeen')).filter((place) => !(place in kept))).toEqual([]);
    expect(await placesOf('merktwee')).toEqual(before);
    expect(await on.sql('select from rights_record where by_id = $1', [first])).toEqual([]);
  });

  it('leaves no id of who was erased', async () => {
    expect(await placesOf(first)).toEqual([]);
  });
});
