import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, signedIn, staff, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let clerk: Viewer;
let other: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  const given = new Given(on);
  clerk = staff(await given.person());
  other = signedIn(await given.person());
});
beforeEach(() => on.sql('delete from outbox_message'));

const LIST = `query ($filter: UndeliveredMailFilter, $orderBy: [UndeliveredMailOrder!]) {
  undeliveredMails(filter: $filter, orderBy: $orderBy) {
    totalCount nodes { id recipient subject attempts lastError writtenAt nextAttemptAt abandonedAt } } }`;
const NODE = 'query ($id: ID!) { node(id: $id) { id ... on UndeliveredMail { subject } } }';
const RETRY = `mutation ($input: RetryMailInput!) {
  retryMail(input: $input) { undeliveredMail { id } userErrors { code field } } }`;

/** A mail that was refused once, and waits for six hours. */
async function refused(columns: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const row = {
    id: newId('mail'),
    recipient: 'an@gemeente.example',
    subject: 'Dag',
    body_text: 'geheim',
    body_html: '<p>geheim</p>',
    created_at: '2026-11-02T08:00:00Z',
    next_attempt_at: '2026-11-02T15:00:00Z',
    attempts: 3,
    last_error: 'Error: 451 later',
    ...columns,
  };
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`);
  await on.sql(`insert into outbox_message (${names.join()}) values (${places.join()})`, Object.values(row));
  return row.id;
}

const stateOf = async (id: string) =>
  (await on.sql('select attempts, sent_at is not null as sent from outbox_message where id = $1', [id]))[0];
const retry = (viewer: Viewer, id: string) => on.as(viewer).run(RETRY, { input: { id } });

describe('mails that did not arrive', () => {
  it('are shown to staff with what went wrong, the oldest first, and without their text', async () => {
    const id = await refused();
    const gone = { next_attempt_at: '2026-11-02T08:30:00Z', abandoned_at: '2026-11-02T08:30:00Z' };
    const older = await refused({ ...gone, created_at: '2026-10-28T08:00:00Z', attempts: 26, body_text: '' });
    await refused({ last_error: null, attempts: 0 });
    await refused({ sent_at: '2026-11-02T08:30:00Z' });
    const { data } = await on.as(clerk).run(LIST);
    const same = { recipient: 'an@gemeente.example', subject: 'Dag', lastError: 'Error: 451 later' };
    expect(data.undeliveredMails.nodes).toEqual([
      {
        ...same,
        id: older,
        attempts: 26,
        writtenAt: '2026-10-28T08:00:00.000Z',
        nextAttemptAt: null,
        abandonedAt: '2026-11-02T08:30:00.000Z',
      },
      {
        ...same,
        id,
        attempts: 3,
        writtenAt: '2026-11-02T08:00:00.000Z',
        nextAttemptAt: '2026-11-02T15:00:00.000Z',
        abandonedAt: null,
      },
    ]);
  });

  it('are shown to nobody else', async () => {
    const id = await refused();
    for (const viewer of [other, anonymous]) {
      expect((await on.as(viewer).run(LIST)).data.undeliveredMails).toEqual({ totalCount: 0, nodes: [] });
      expect((await on.as(viewer).run(NODE, { id })).data.node).toBeNull();
    }
  });

  it('are found by their id, by the address and by when they were given up', async () => {
    const [id, gone] = [
      await refused(),
      await refused({ abandoned_at: '2026-11-02T08:30:00Z', recipient: 'bert@ocmw.example' }),
    ];
    const found = async (variables: Record<string, unknown>) => {
      const { data } = await on.as(clerk).run(LIST, variables);
      return data.undeliveredMails.nodes.map((one: { id: string }) => one.id);
    };
    expect((await on.as(clerk).run(NODE, { id })).data.node).toEqual({ id, subject: 'Dag' });
    expect(await found({ filter: { recipient: { contains: 'ocmw' } } })).toEqual([gone]);
    expect(await found({ filter: { abandonedAt: { isNull: true } } })).toEqual([id]);
    expect(await found({ orderBy: [{ field: 'WRITTEN_AT', direction: 'DESC' }] })).toEqual([gone, id]);
  });

  it('are no longer there once they were sent', async () => {
    const id = await refused({ sent_at: '2026-11-02T08:30:00Z' });
    expect((await on.as(clerk).run(NODE, { id })).data.node).toBeNull();
    expect(await retry(clerk, id)).toHaveUserError('NOT_FOUND', ['id']);
  });

  it('are tried at once when staff say so', async () => {
    const id = await refused();
    const { data } = await retry(clerk, id);
    expect(data.retryMail.userErrors).toEqual([]);
    while (!(await stateOf(id))!['sent']);
    expect(await stateOf(id)).toEqual({ attempts: 4, sent: true });
  });

  it('are tried again when they were refused for good: the mailbox may be there again', async () => {
    const id = await refused({ abandoned_at: '2026-11-02T08:30:00Z', last_error: 'Error: 550 no such user' });
    expect((await retry(clerk, id)).data.retryMail.userErrors).toEqual([]);
    while (!(await stateOf(id))!['sent']);
    expect(await stateOf(id)).toEqual({ attempts: 4, sent: true });
  });

  it('are tried by nobody else', async () => {
    const id = await refused();
    expect(await retry(other, id)).toHaveUserError('FORBIDDEN');
    expect(await stateOf(id)).toEqual({ attempts: 3, sent: false });
  });

  it('are not tried again once they were given up, for their text is gone', async () => {
    const id = await refused({ abandoned_at: '2026-11-02T08:30:00Z', body_text: '' });
    expect(await retry(clerk, id)).toHaveUserError('INVALID_STATE');
  });

  it('are tried by their id only', async () => {
    expect(await retry(clerk, newId('mail'))).toHaveUserError('NOT_FOUND', ['id']);
    expect(await retry(clerk, 'nonsense')).toHaveUserError('BAD_USER_INPUT', ['id']);
  });
});
