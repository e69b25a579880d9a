import { deflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import type { DocumentAnswer, DocumentRequest } from '@lokaal/shared/documents';
import { newId } from '@lokaal/shared/ids';
import {
  employee,
  Given,
  type GivenOrganisation,
  type Row,
  signedIn,
  staff,
  startCommunity,
} from '../../../test/given.js';
import { active, contact, GivenMembership } from '../../../test/given-membership.js';

let on: TestSubgraph;
let given: Given;
let memberships: GivenMembership;
let town: GivenOrganisation;
let speaker: Viewer;
let clerk: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  memberships = new GivenMembership(on);
  clerk = staff(await given.person());
});
beforeEach(async () => {
  town = await given.authority();
  speaker = contact(await given.person(), town);
});

const pdf = (objects = '1 0 obj << /Type /Catalog >> endobj'): Buffer =>
  Buffer.from(`%PDF-1.7\n%\u00e2\u00e3\n${objects}\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`, 'latin1');
const signed = pdf();

const ask = (viewer: Viewer, request: Partial<DocumentRequest> & Pick<DocumentRequest, 'path'>) =>
  on.subgraph.document!({ method: 'GET', query: {}, viewer, requestId: 'test', ...request });
const upload = ({ id }: Row, viewer = speaker, request: Partial<DocumentRequest> = {}) =>
  ask(viewer, {
    method: 'POST',
    path: `/files/memberships/${id}/accession-document`,
    contentType: 'application/pdf',
    body: signed,
    ...request,
  });
const json = (answer: DocumentAnswer | undefined) => answer && JSON.parse(answer.body as string);
const applied = (): Promise<Row> => memberships.acceded(town, { accession_document_id: null });
const documentOf = async ({ id }: Row) =>
  (
    await on.sql<{ document: string | null; version: number }>(
      'select accession_document_id as document, version from membership where id = $1',
      [id],
    )
  )[0]!;

const MEMBERSHIP = `query ($id: ID!) { membership(id: $id) { version accessionDocument {
  id fileName mediaType size sha256 path uploadedBy { id } } } }`;
const APPROVE = `mutation ($input: ApproveMembershipInput!) { approveMembership(input: $input) {
  membership { status } userErrors { code } } }`;

describe('the accession document', () => {
  it('has no name that reads as another one', async () => {
    const answer = await upload(await applied(), speaker, { query: { name: 'toetreding\u202Efdp.exe.pdf' } });
    expect(json(answer).fileName).toBe('toetredingfdp.exe.pdf');
  });

  it('is kept byte for byte, with its checksum, and raises the version of the membership', async () => {
    const membership = await applied();
    const answer = await upload(membership, speaker, { query: { name: 'Toetreding Gemeente.pdf' } });
    const sha256 = createHash('sha256').update(signed).digest('hex');
    expect([answer?.status, json(answer)]).toEqual([
      201,
      { id: expect.any(String), fileName: 'Toetreding Gemeente.pdf', size: signed.length, sha256 },
    ]);
    const { data } = await on.as(speaker).run(MEMBERSHIP, { id: membership.id });
    expect(data.membership).toEqual({
      version: 2,
      accessionDocument: {
        id: json(answer).id,
        fileName: 'Toetreding Gemeente.pdf',
        mediaType: 'application/pdf',
        size: signed.length,
        sha256,
        path: `/files/${json(answer).id}`,
        uploadedBy: { id: speaker.personId },
      },
    });
    expect(await ask(speaker, { path: data.membership.accessionDocument.path })).toEqual({
      status: 200,
      type: 'application/pdf',
      body: signed,
      fileName: 'Toetreding Gemeente.pdf',
    });
  });

  it('is replaced as long as nobody decided, and staff approve only what they have seen', async () => {
    const membership = await applied();
    await upload(membership);
    const first = (await documentOf(membership)).document!;
    await upload(membership, clerk, { body: pdf('2 0 obj << >> endobj') });
    const approveSeen = (expectedVersion: number) =>
      on.as(clerk).run(APPROVE, { input: { id: membership.id, expectedVersion } });
    expect(await approveSeen(2)).toHaveUserError('CONFLICT');
    expect((await approveSeen(3)).data.approveMembership.membership).toEqual({ status: 'ACTIVE' });
    expect(await on.sql('select 1 from stored_file_content where file_id = $1', [first])).toEqual([]);
  });

  it('does not change any more once the membership was approved, for staff neither', async () => {
    const membership = await memberships.accededApproved(town, active);
    const before = await documentOf(membership);
    for (const viewer of [speaker, clerk]) {
      const answer = await upload(membership, viewer);
      expect([answer?.status, json(answer).errors[0].extensions.code]).toEqual([409, 'INVALID_STATE']);
    }
    expect(await documentOf(membership)).toEqual(before);
  });

  it('belongs to an authority: a person and a company have none', async () => {
    const person = await given.person();
    const membership = await memberships.effective(person);
    expect((await upload(membership, signedIn(person)))?.status).toBe(409);
  });

  it.each<[string, () => Promise<Viewer>]>([
    ['the anonymous', async () => anonymous],
    ['somebody who is signed in', async () => signedIn(await given.person())],
    ['a reader of the authority', async () => employee(await given.person(), town)],
    ['a contact person of another authority', async () => contact(await given.person(), await given.authority())],
  ])('is not there for %s, to bring or to read', async (_who, arrange) => {
    const [viewer, membership] = [await arrange(), await applied()];
    expect(await upload(membership, viewer)).toBeUndefined();
    expect(await documentOf(membership)).toEqual({ document: null, version: 1 });
    await upload(membership);
    const { document } = await documentOf(membership);
    expect(await ask(viewer, { path: `/files/${document}` })).toBeUndefined();
    const { data } = await on.as(viewer).run('query ($id: ID!) { node(id: $id) { id } }', { id: document });
    expect(data.node).toBeNull();
  });

  it('is read by staff', async () => {
    const membership = await applied();
    await upload(membership);
    const { document } = await documentOf(membership);
    expect((await ask(clerk, { path: `/files/${document}` }))?.body).toEqual(signed);
  });

  it.each(['nonsense', 'file_1', '%00', () => newId('file'), () => newId('membership')])(
    'is not there at %s',
    async (id) => {
      const path = `/files/${typeof id === 'string' ? id : id()}`;
      expect(await ask(clerk, { path })).toBeUndefined();
      expect(await upload({ id: typeof id === 'string' ? id : id() }, clerk)).toBeUndefined();
    },
  );

  const stream = (content: string): string => {
    const folded = deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
    return `5 0 obj << /Type /ObjStm /N 1 /Filter /FlateDecode /Length ${folded.length} >>\nstream\n${folded}\nendstream endobj`;
  };

  describe('is refused, and nothing is kept,', () => {
    it.each<[string, Partial<DocumentRequest>, number]>([
      ['as another type', { contentType: 'text/html' }, 415],
      ['without a type', { contentType: undefined }, 415],
      ['without content', { body: undefined }, 400],
      ['when it is empty', { body: Buffer.alloc(0) }, 400],
      ['when it is larger than 5 MB', { body: Buffer.concat([signed, Buffer.alloc(5 * 1024 * 1024)]) }, 413],
      ['when it is no PDF', { body: Buffer.from('<script>alert(1)</script>%%EOF') }, 400],
      ['when a PDF hides behind something else', { body: Buffer.concat([Buffer.from('<html>'), signed]) }, 400],
      ['when it breaks off', { body: Buffer.from('%PDF-1.7\n1 0 obj') }, 400],
      ['with a script', { body: pdf('<< /S /JavaScript /JS (app.alert(1)) >>') }, 400],
      ['with a script under another spelling', { body: pdf('<< /S /J#61vaScript >>') }, 400],
      ['with a program', { body: pdf('<< /S /Launch /F (cmd.exe) >>') }, 400],
      ['with another file in it', { body: pdf('<< /Names << /EmbeddedFiles 3 0 R >> >>') }, 400],
      ['with a script in a compressed stream', { body: pdf(stream('<< /S /JavaScript >>')) }, 400],
      ['with a stream that unfolds without end', { body: pdf(stream('a'.repeat(21 * 1024 * 1024))) }, 400],
      ['with a stream that cannot be read', { body: pdf('<< /Type /ObjStm >>\nstream\nxyz\nendstream') }, 400],
      ['when it is encrypted', { body: pdf('trailer << /Encrypt 4 0 R >>') }, 400],
    ])('%s', async (_what, request, status) => {
      const membership = await applied();
      expect((await upload(membership, speaker, request))?.status).toBe(status);
      expect(await documentOf(membership)).toEqual({ document: null, version: 1 });
      expect(await on.sql('select 1 from stored_file where attached_to_id = $1', [membership.id])).toEqual([]);
    });
  });

  it('may have compressed streams that do nothing', async () => {
    const membership = await applied();
    expect((await upload(membership, speaker, { body: pdf(stream('<< /Type /Page >>')) }))?.status).toBe(201);
  });

  it.each([
    [undefined, 'toetredingsdocument.pdf'],
    ['  ', 'toetredingsdocument.pdf'],
    ['../../etc/passwd', '....etcpasswd.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['..\\"evil"X:y.pdf', '..evilXy.pdf'],
    ['akte.exe', 'akte.exe.pdf'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
  ])('sent as %j is saved as %j', async (name, fileName) => {
    const query: Record<string, string> = name === undefined ? {} : { name };
    expect(json(await upload(await applied(), speaker, { query })).fileName).toBe(fileName);
  });
});
