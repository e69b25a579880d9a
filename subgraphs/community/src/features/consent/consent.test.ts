import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Pool } from 'pg';
import {
  employee,
  Given,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  statementsOf,
  startCommunity,
} from '../../../test/given.js';

const WORDINGS = `query ($language: Language!) { consentWordings(filter: { language: { eq: $language } }, first: 1) {
  nodes { id purpose language revision text from current } } }`;
const HISTORY = `consentDirectory version consents { totalCount nodes { purpose decision decidedAt actor channel
  recordedBy { id } wording { id } } }`;
const GIVE = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) {
  person { ${HISTORY} } userErrors { code field message } } }`;
const WITHDRAW = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
  person { ${HISTORY} } userErrors { code field message } } }`;
const UPDATE = `mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) {
  person { ${HISTORY} } userErrors { code field message } } }`;

let on: TestSubgraph;
let given: Given;
let office: Viewer;
let wordingId: string;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  office = staff(await given.person());
  wordingId = await wordingIn('NL');
});

const wordingIn = async (language: string): Promise<string> =>
  (await on.as(anonymous).run(WORDINGS, { language })).data.consentWordings.nodes[0].id;
const give = (viewer: Viewer, input: object = {}) => on.as(viewer).run(GIVE, { input: { wordingId, ...input } });
const withdraw = (viewer: Viewer, input: object = {}) =>
  on.as(viewer).run(WITHDRAW, { input: { purpose: 'DIRECTORY', ...input } });
const historyOf = async (viewer: Viewer, { id }: Row) =>
  (await on.as(viewer).run(`query ($id: ID!) { node(id: $id) { ... on Person { ${HISTORY} } } }`, { id })).data.node;
const decisionsOf = async ({ id }: Row) =>
  (await on.sql<{ decision: string }>('select decision from consent where person_id = $1 order by position', [id])).map(
    ({ decision }) => decision,
  );

describe('consentWordings', () => {
  it('tells anybody what is asked, in four languages', async () => {
    const { data } = await on.as(anonymous).run(WORDINGS, { language: 'NL' });
    expect(data.consentWordings.nodes).toEqual([
      {
        id: wordingId,
        purpose: 'DIRECTORY',
        language: 'NL',
        revision: 2,
        text: expect.stringContaining('ledengids'),
        from: '2025-11-25',
        current: true,
      },
    ]);
    expect(new Set(await Promise.all(['NL', 'FR', 'EN', 'DE'].map(wordingIn))).size).toBe(4);
  });
});

describe('giveConsent', () => {
  it('writes down who agreed to which words and when, and holds from then on', async () => {
    const person = await given.person();
    const { data } = await give(signedIn(person));
    expect(data.giveConsent).toEqual({
      person: {
        consentDirectory: true,
        version: 2,
        consents: {
          totalCount: 1,
          nodes: [
            {
              purpose: 'DIRECTORY',
              decision: 'GIVEN',
              decidedAt: '2026-11-02T09:00:00.000Z',
              actor: 'SELF',
              channel: 'ONLINE',
              recordedBy: null,
              wording: { id: wordingId },
            },
          ],
        },
      },
      userErrors: [],
    });
  });

  it('is written down once, however often it is said', async () => {
    const person = await given.person();
    await Promise.all([1, 2, 3, 4].map(() => give(signedIn(person))));
    expect([await decisionsOf(person), (await historyOf(office, person)).version]).toEqual([['GIVEN'], 2]);
  });

  it('is written down again when other words were read', async () => {
    const person = await given.person();
    await give(signedIn(person));
    await give(signedIn(person), { wordingId: await wordingIn('FR') });
    expect(await decisionsOf(person)).toEqual(['GIVEN', 'GIVEN']);
  });

  it('by staff says who wrote it down and how the person told it', async () => {
    const person = await given.person();
    const { data } = await give(office, { personId: person.id, channel: 'PAPER' });
    expect(data.giveConsent.person.consents.nodes).toMatchObject([
      { actor: 'STAFF', channel: 'PAPER', recordedBy: { id: office.personId } },
    ]);
  });

  it('is refused to words that were replaced', async () => {
    const person = await given.person();
    const newer = newId('consentwording');
    await on.sql(
      `insert into consent_wording (id, purpose, language, revision, text, from_date) values ($1, 'DIRECTORY', 'DE', 3, 'Neu.', '2026-10-01')`,
      [newer],
    );
    const [old] = await on.sql<Row>(`select id from consent_wording where language = 'DE' and revision = 2`);
    expect(await give(signedIn(person), { wordingId: old!.id })).toHaveUserError('INVALID_STATE', ['wordingId']);
    expect(await decisionsOf(person)).toEqual([]);
    expect((await give(signedIn(person), { wordingId: newer })).data.giveConsent.userErrors).toEqual([]);
    expect(await wordingIn('DE')).toBe(newer);
  });

  it.each<[string, () => Promise<[Viewer, object]>, string, string[]]>([
    [
      'for somebody else by whoever is not staff',
      async () => [signedIn(await given.person()), { channel: 'PAPER' }],
      'NOT_FOUND',
      ['personId'],
    ],
    ['by staff who do not say how they were told', async () => [office, {}], 'BAD_USER_INPUT', ['channel']],
    ['by staff as if the person did it', async () => [office, { channel: 'ONLINE' }], 'BAD_USER_INPUT', ['channel']],
    [
      'to words that do not exist',
      async () => [office, { channel: 'PHONE', wordingId: newId('consentwording') }],
      'NOT_FOUND',
      ['wordingId'],
    ],
    ['of nobody', async () => [office, { channel: 'PHONE', personId: newId('person') }], 'NOT_FOUND', ['personId']],
  ])('is refused %s, and nothing is written', async (_what, asking, code, field) => {
    const person = await given.person();
    const [viewer, input] = await asking();
    expect(await give(viewer, { personId: person.id, ...input })).toHaveUserError(code, field);
    expect([await decisionsOf(person), (await historyOf(office, person)).consentDirectory]).toEqual([[], false]);
  });

  it('is refused with a channel for oneself, and to the anonymous', async () => {
    const person = await given.person();
    expect(await give(signedIn(person), { channel: 'PAPER' })).toHaveUserError('BAD_USER_INPUT', ['channel']);
    expect(await give(anonymous)).toHaveError('UNAUTHENTICATED');
  });
});

describe('withdrawConsent', () => {
  it('is one call without conditions, and leaves what was given in the history', async () => {
    const person = await given.person();
    await give(signedIn(person));
    const { data } = await withdraw(signedIn(person));
    expect(data.withdrawConsent.person).toMatchObject({ consentDirectory: false, consents: { totalCount: 2 } });
    expect(await decisionsOf(person)).toEqual(['GIVEN', 'WITHDRAWN']);
  });

  it('of what was never given changes nothing', async () => {
    const person = await given.person();
    const { data } = await withdraw(signedIn(person));
    expect(data.withdrawConsent).toEqual({
      person: { consentDirectory: false, version: 1, consents: { totalCount: 0, nodes: [] } },
      userErrors: [],
    });
  });

  it('by staff is for who told them', async () => {
    const person = await given.person({ consent_directory: true });
    const input = { personId: person.id, channel: 'PHONE' };
    expect(await withdraw(signedIn(await given.person()), input)).toHaveUserError('NOT_FOUND', ['personId']);
    expect((await withdraw(office, input)).data.withdrawConsent.person.consents.nodes[0]).toMatchObject({
      decision: 'WITHDRAWN',
      actor: 'STAFF',
      wording: null,
    });
  });

  it('of a purpose that does not exist is refused', async () => {
    expect(await withdraw(signedIn(await given.person()), { purpose: 'NEWSLETTER' })).toHaveError('BAD_USER_INPUT');
    expect(await withdraw(anonymous)).toHaveError('UNAUTHENTICATED');
  });

  it('and giving at once end as the last of them says, for the flag and the history alike', async () => {
    const person = await given.person();
    await Promise.all([1, 2, 3, 4, 5, 6].map((one) => (one % 2 ? give : withdraw)(signedIn(person))));
    const { consentDirectory } = await historyOf(office, person);
    expect((await decisionsOf(person)).at(-1)).toBe(consentDirectory ? 'GIVEN' : 'WITHDRAWN');
  });
});

describe('the history', () => {
  it('has what is changed in one’s profile, and nothing when it stays', async () => {
    const person = await given.person({ language: 'FR' });
    const update = (version: number, changes: object) =>
      on.as(signedIn(person)).run(UPDATE, { input: { expectedVersion: version, ...changes } });
    await update(1, { consentDirectory: true });
    await update(2, { consentDirectory: true, name: 'Andere Naam' });
    const { data } = await update(3, { consentDirectory: false });
    expect(data.updateMyProfile.person).toMatchObject({ version: 4, consents: { totalCount: 2 } });
    expect(data.updateMyProfile.person.consents.nodes.map(({ wording }: { wording: unknown }) => wording)).toEqual(
      expect.arrayContaining([null, { id: await wordingIn('FR') }]),
    );
  });

  it('is read in one statement', async () => {
    const person = await given.person({ consent_directory: true });
    expect(await statementsOf(() => historyOf(signedIn(person), person))).toBe(1);
  });

  it('is the person’s and staff’s; others who see the person see nothing of it', async () => {
    const person = await given.person({ consent_directory: true });
    const seen = await Promise.all(
      [signedIn(person), office, employee(await given.person(), await given.authority())].map((viewer) =>
        historyOf(viewer, person),
      ),
    );
    expect(seen.map(({ consents }) => consents.totalCount)).toEqual([1, 1, 0]);
  });

  it('cannot be changed by the server', async () => {
    const person = await given.person({ consent_directory: true });
    const server = new Pool({ connectionString: on.urls.server, max: 1 });
    const changes = ['update consent set decided_at = now()', 'delete from consent', 'truncate consent'];
    for (const change of [...changes, `update consent_wording set text = 'Iets anders'`])
      await expect(server.query(change)).rejects.toThrow('permission denied');
    await server.end();
    expect(await decisionsOf(person)).toEqual(['GIVEN']);
  });

  it('is what the flag says, or the database refuses: neither changes alone', async () => {
    const person = await given.person();
    const flag = on.sql('update person set consent_directory = true where id = $1', [person.id]);
    await expect(flag).rejects.toThrow('not what was decided last');
    const decision = on.sql(
      `insert into consent (id, person_id, purpose, decision, decided_at, actor, channel) values ($1, $2, 'DIRECTORY', 'GIVEN', now(), 'SELF', 'EARLIER')`,
      [newId('consent'), person.id],
    );
    await expect(decision).rejects.toThrow('not what was decided last');
    const born = on.sql(
      `insert into person (id, name, email, consent_directory) values ($1, 'Nieuw', 'n@g.example', true)`,
      [newId('person')],
    );
    await expect(born).rejects.toThrow('not what was decided last');
  });

  it('goes with the person, and keeps what an erased member of staff wrote down', async () => {
    const [clerk, person] = [await given.person(), await given.person()];
    await give(staff(clerk), { personId: person.id, channel: 'EMAIL' });
    await erase(clerk);
    expect(await on.sql('select recorded_by_id, actor from consent where person_id = $1', [person.id])).toEqual([
      { recorded_by_id: null, actor: 'STAFF' },
    ]);
    await erase(person);
    expect(await decisionsOf(person)).toEqual([]);
  });

  it('is in the export of one’s data', async () => {
    const person = await given.person();
    await give(signedIn(person));
    const { data } = await on.as(signedIn(person)).run('mutation { exportMyData(input: {}) { data } }');
    expect(JSON.parse(data.exportMyData.data).held).toContainEqual({
      kind: 'consent',
      rows: [expect.objectContaining({ purpose: 'DIRECTORY', decision: 'GIVEN', wording_id: wordingId })],
    });
  });
});

async function erase({ id }: GivenPerson): Promise<void> {
  const query = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { userErrors { code } } }`;
  const { data } = await on.as(office).run(query, { input: { personId: id, ground: 'PERSON_ASKED' } });
  expect(data.erasePerson.userErrors).toEqual([]);
}
