import { randomUUID } from 'node:crypto';
import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
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

const LIST = `{ undeliveredMails { id recipient subject attempts lastError writtenAt nextAttemptAt abandonedAt } }`;
const RETRY = `mutation ($input: RetryMailInput!) { retryMail(input: $input) { mailId userErrors { code field } } }`;

/** A mail that was refused once, and waits for six hours. */
async function refused(columns: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const row = {
    id: randomUUID(),
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
    expect(data.undeliveredMails).toEqual([
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
    await refused();
    expect(await on.as(other).run(LIST)).toHaveError('FORBIDDEN');
    expect(await on.as(anonymous).run(LIST)).toHaveError('UNAUTHENTICATED');
  });

  it('are tried at once when staff say so', async () => {
    const id = await refused();
    const { data } = await retry(clerk, id);
    expect(data.retryMail).toEqual({ mailId: id, userErrors: [] });
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

  it('are found by their number only', async () => {
    expect(await retry(clerk, randomUUID())).toHaveUserError('NOT_FOUND', ['id']);
    expect(await retry(clerk, 'nonsense')).toHaveUserError('BAD_USER_INPUT', ['id']);
  });
});
