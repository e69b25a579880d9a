import '../../../../../shared/test/matchers.js';
import type { DocumentRequest } from '@lokaal/shared/documents';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { Given, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';
import { KeptMails } from '../../../test/kept-mails.js';

let on: TestSubgraph;
let given: Given;
let knowledge: GivenKnowledge;
let editor: Viewer;
let mails: KeptMails;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  knowledge = new GivenKnowledge(on);
  editor = staff(await given.person());
  mails = await KeptMails.of(on);
});

const ISSUE = 'issue { id version subject sentAt recipientCount }';
const mutate = (name: string, input: object, viewer = editor) =>
  on
    .as(viewer)
    .run(
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${ISSUE} userErrors { code field } } }`,
      { input },
    );
const send = ({ id }: Row, viewer?: Viewer) => mutate('sendMailingListIssue', { id, expectedVersion: 1 }, viewer);

const document = (method: DocumentRequest['method'], path: string, body?: string) =>
  on.subgraph.document!({
    method,
    path,
    query: {},
    viewer: anonymous,
    requestId: 'test',
    ...(body && { contentType: 'application/x-www-form-urlencoded', body: Buffer.from(body) }),
  });

const stateOf = async ({ id }: Row) =>
  (await on.sql<{ state: string }>('select state from mailing_list_subscription where id = $1', [id]))[0]?.state;

const write = { subject: 'Week 45', body: 'Eerste alinea.\n\nTweede alinea.' };

describe('an issue of a mailing list', () => {
  it('is written and changed by staff before it is sent', async () => {
    const list = await knowledge.mailingList();
    const { data } = await mutate('createMailingListIssue', { listId: list.id, ...write });
    const { issue } = data.createMailingListIssue;
    const changed = await mutate('updateMailingListIssue', { id: issue.id, expectedVersion: 1, subject: 'Week 46' });
    expect(changed.data.updateMailingListIssue).toEqual({
      issue: { id: issue.id, version: 2, subject: 'Week 46', sentAt: null, recipientCount: null },
      userErrors: [],
    });
  });

  it('goes to each confirmed subscriber, in the language of each, with a link and a header that unsubscribe', async () => {
    const list = await knowledge.mailingList();
    await knowledge.subscription(list, { email: 'nl@issue.example' });
    await knowledge.subscription(list, { email: 'fr@issue.example', language: 'FR' });
    await knowledge.subscription(list, { email: 'pending@issue.example', state: 'PENDING', confirmed_at: null });
    await knowledge.subscription(list, {
      email: 'weg@issue.example',
      state: 'UNSUBSCRIBED',
      unsubscribed_at: '2026-02-01T09:00:00Z',
    });
    await knowledge.subscription(await knowledge.mailingList(), { email: 'andere@issue.example' });
    const { data } = await send(await knowledge.listIssue(list, write));
    expect(data.sendMailingListIssue.issue).toMatchObject({ sentAt: '2026-11-02T09:00:00.000Z', recipientCount: 2 });
    const [[nl], [fr]] = [await mails.to('nl@issue.example'), await mails.to('fr@issue.example')];
    expect(nl).toEqual({
      subject: 'Week 45',
      text: expect.stringContaining('Dag,\n\nEerste alinea.\n\nTweede alinea.\n\nU krijgt deze mail omdat'),
      html: expect.stringContaining('<p>Eerste alinea.</p>\n<p>Tweede alinea.</p>'),
      unsubscribeUrl: expect.stringMatching(/^https:\/\/graph\.example\/mailing-lists\/unsubscribe\/[\w-]{43}$/),
    });
    expect(nl!.text).toContain(`Uitschrijven:\n${nl!.unsubscribeUrl}`);
    expect(fr!.text).toContain('Se désinscrire\u00a0:');
    for (const other of ['pending', 'weg', 'andere']) expect(await mails.to(`${other}@issue.example`)).toEqual([]);
  });

  it('is sent once, however often and however parallel it is asked for', async () => {
    const list = await knowledge.mailingList();
    for (let index = 0; index < 30; index++) await knowledge.subscription(list, { email: `p${index}@once.example` });
    const issue = await knowledge.listIssue(list, write);
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(issue)));
    const sent = answers.filter(({ data }) => data.sendMailingListIssue.userErrors.length === 0);
    expect(sent).toHaveLength(1);
    expect(await mutate('sendMailingListIssue', { id: issue.id, expectedVersion: 2 })).toHaveUserError('INVALID_STATE');
    const [{ count }] = (await on.sql<{ count: string }>(
      `select count(*) from kept_mail where recipient like '%@once.example'`,
    )) as [{ count: string }];
    expect(Number(count)).toBe(30);
  });

  it('goes to nobody when one mail cannot be put in the outbox', async () => {
    const list = await knowledge.mailingList();
    await knowledge.subscription(list, { email: 'goed@whole.example' });
    await knowledge.subscription(list, { email: 'fout@whole.example' });
    await on.sql(`alter table outbox_message add constraint no_mail check (recipient <> 'fout@whole.example')`);
    const issue = await knowledge.listIssue(list, write);
    expect(await send(issue)).toHaveError('INTERNAL_SERVER_ERROR');
    await on.sql('alter table outbox_message drop constraint no_mail');
    expect(await on.sql(`select 1 from outbox_message where recipient = 'goed@whole.example'`)).toEqual([]);
    const { data } = await send(issue);
    expect(data.sendMailingListIssue.issue.recipientCount).toBe(2);
  });

  it.each(['create', 'update', 'send'])('is not for others than staff to %s', async (verb) => {
    const list = await knowledge.mailingList();
    const { id } = await knowledge.listIssue(list);
    const input = verb === 'create' ? { listId: list.id, ...write } : { id, expectedVersion: 1 };
    const person = signedIn(await given.person());
    expect(await mutate(`${verb}MailingListIssue`, input, person)).toHaveUserError('FORBIDDEN');
    expect(await on.sql('select sent_at, version from mailing_list_issue where list_id = $1', [list.id])).toEqual([
      { sent_at: null, version: 1 },
    ]);
  });

  it('is refused without a subject, and for a version that somebody else changed', async () => {
    const list = await knowledge.mailingList();
    const { id } = await knowledge.listIssue(list);
    const blank = await mutate('createMailingListIssue', { listId: list.id, ...write, subject: '' });
    expect(blank).toHaveUserError('BAD_USER_INPUT', ['subject']);
    expect(await mutate('sendMailingListIssue', { id, expectedVersion: 3 })).toHaveUserError('CONFLICT');
  });

  it('is seen by who gets it once it was sent, and by staff', async () => {
    const list = await knowledge.mailingList();
    const reader = await given.person({ email_confirmed_at: '2026-01-01T00:00:00Z' });
    await knowledge.subscription(list, { email: reader.email });
    await knowledge.listIssue(list, { subject: 'In voorbereiding' });
    await knowledge.listIssue(list, { subject: 'Verzonden', sent_at: '2026-10-01T09:00:00Z', recipient_count: 1 });
    const query =
      'query ($id: ID!) { node(id: $id) { ... on MailingList { issues { nodes { subject } totalCount } } } }';
    const seen = async (viewer: Viewer) => {
      const { nodes, totalCount } = (await on.as(viewer).run(query, { id: list.id })).data.node.issues;
      expect(totalCount).toBe(nodes.length);
      return nodes.map(({ subject }: { subject: string }) => subject).toSorted();
    };
    expect([await seen(anonymous), await seen(signedIn(await given.person()))]).toEqual([[], []]);
    expect(await seen(signedIn(reader))).toEqual(['Verzonden']);
    expect(await seen(editor)).toEqual(['In voorbereiding', 'Verzonden']);
  });
});

describe('the link at the end of an issue', () => {
  const received = async (email: string, columns: object = {}) => {
    const list = await knowledge.mailingList();
    const subscription = await knowledge.subscription(list, { email, ...columns });
    await send(await knowledge.listIssue(list));
    const [mail] = await mails.to(email);
    return { subscription, path: new URL(mail!.unsubscribeUrl!).pathname };
  };

  it('shows a page and changes nothing', async () => {
    const { subscription, path } = await received('kijkt@link.example');
    const answer = await document('GET', path);
    expect(answer).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(String(answer!.body)).toContain('<form method="post"><button>Uitschrijven</button></form>');
    expect(await stateOf(subscription)).toBe('CONFIRMED');
  });

  it('ends the subscription by one POST of a mail program, without signing in, and again', async () => {
    const { subscription, path } = await received('klikt@link.example', { language: 'EN' });
    const click = () => document('POST', path, 'List-Unsubscribe=One-Click');
    const [first, again] = [await click(), await click()];
    expect(first).toMatchObject({ status: 200, body: expect.stringMatching(/You are unsubscribed from “.+”\./) });
    expect(again).toEqual(first);
    expect(await stateOf(subscription)).toBe('UNSUBSCRIBED');
  });

  it('ends the subscription through the graph too', async () => {
    const { subscription, path } = await received('graaf@link.example');
    const query = `mutation ($input: UnsubscribeFromMailingListInput!) { unsubscribeFromMailingList(input: $input) { userErrors { code } } }`;
    await on.as(anonymous).run(query, { input: { token: path.split('/').at(-1) } });
    expect(await stateOf(subscription)).toBe('UNSUBSCRIBED');
  });

  it('ends it also when who subscribed has another address by now', async () => {
    const person = await given.person({ email: 'vertrekt@link.example' });
    const { subscription, path } = await received(person.email, { person_id: person.id });
    await on.sql('update person set email = $2 where id = $1', [person.id, 'nieuw@link.example']);
    await document('POST', path, 'List-Unsubscribe=One-Click');
    expect(await stateOf(subscription)).toBe('UNSUBSCRIBED');
  });

  it('is not there when it is none of ours, and that is said in every language', async () => {
    for (const method of ['GET', 'POST'] as const) {
      const wrong = await document(method, `/mailing-lists/unsubscribe/${'x'.repeat(43)}`);
      expect(wrong!.status).toBe(404);
      expect(String(wrong!.body)).toMatch(/Bij deze link[^]*Aucune inscription[^]*There is no[^]*Zu diesem Link/);
      expect(String(wrong!.body)).not.toContain('<button>');
    }
  });

  it('is kept as a hash', async () => {
    const { path } = await received('hash@link.example');
    const rows = await on.sql('select * from mailing_list_delivery');
    expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1));
  });
});

describe('the link that confirms', () => {
  it('confirms by its button, not by being looked at', async () => {
    const list = await knowledge.mailingList();
    const email = 'bevestigt@link.example';
    const query = `mutation ($input: SubscribeToMailingListInput!) { subscribeToMailingList(input: $input) { userErrors { code } } }`;
    await on.as(anonymous).run(query, { input: { listId: list.id, email } });
    const [mail] = await mails.to(email);
    const path = new URL(/https:\S+/.exec(mail!.text)![0]).pathname;
    const state = async () =>
      (await on.sql<{ state: string }>('select state from mailing_list_subscription where email = $1', [email]))[0]!
        .state;
    expect(String((await document('GET', path))!.body)).toContain('<button>Bevestigen</button>');
    const before = await state();
    expect(String((await document('POST', path))!.body)).toMatch(/Uw inschrijving op “.+” is bevestigd\./);
    expect([before, await state()]).toEqual(['PENDING', 'CONFIRMED']);
    const wrong = await document('POST', `/mailing-lists/confirm/${'x'.repeat(43)}`);
    expect([wrong!.status, String(wrong!.body)]).toEqual([404, expect.stringContaining('Deze link werkt niet meer.')]);
    on.clock.advance(4 * 24 * 3_600_000);
    const late = await document('POST', path);
    expect([late!.status, String(late!.body)]).toEqual([410, expect.stringContaining('Schrijf u opnieuw in')]);
  });
});
