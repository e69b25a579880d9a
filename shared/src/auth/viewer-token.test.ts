import { createRequestSigner, createRequestVerifier } from './viewer-token.js';
import { anonymous, type Viewer } from './viewer.js';

const secret = 'a secret of the test that is long enough';
const body = '{"query":"{ __typename }"}';
const viewer: Viewer = {
  personId: 'person_1',
  staffRoles: ['STAFF'],
  employments: [
    { organisationId: 'organisation_1', organisationKind: 'OCMW', roles: ['DPO'], predecessorIds: ['organisation_0'] },
  ],
  circlePeerIds: ['organisation_2'],
};
const request = { viewer, requestId: 'request-1', operation: 'Reference', clientAddress: '192.0.2.7' };
const at = (seconds: number) => ({ now: () => new Date(1_700_000_000_000 + seconds * 1000) });
const sign = createRequestSigner(secret, at(0));
const verify = createRequestVerifier(secret, 'infosec', at(0));
const bytes = (text: string) => Buffer.from(text);

describe('a signed request to a subgraph', () => {
  it('brings the viewer, whole', async () => {
    expect(await verify(`Bearer ${await sign(request, 'infosec', body)}`, bytes(body))).toEqual(request);
  });

  it('holds for thirty seconds', async () => {
    const token = await sign({ viewer: anonymous, requestId: 'request-1' }, 'infosec', body);
    const verifyAt = (seconds: number) =>
      createRequestVerifier(secret, 'infosec', at(seconds))(`Bearer ${token}`, bytes(body));
    expect([await verifyAt(29), await verifyAt(45), await verifyAt(-45)].map(Boolean)).toEqual([true, false, false]);
  });

  it.each<[string, () => Promise<string | undefined>, string]>([
    ['without a token', async () => undefined, body],
    ['with another scheme', async () => `Basic ${await sign(request, 'infosec', body)}`, body],
    ['for another subgraph', async () => `Bearer ${await sign(request, 'community', body)}`, body],
    ['with another body', async () => `Bearer ${await sign(request, 'infosec', body)}`, `${body} `],
    [
      'signed with another secret',
      async () => `Bearer ${await createRequestSigner(`${secret}!`, at(0))(request, 'infosec', body)}`,
      body,
    ],
    [
      'that was changed',
      async () => `Bearer ${(await sign(request, 'infosec', body)).replace(/\.[^.]+\./u, '.e30.')}`,
      body,
    ],
    [
      'without a signature',
      async () => `Bearer ${(await sign(request, 'infosec', body)).replace(/[^.]+$/u, '')}`,
      body,
    ],
  ])('is refused %s', async (_what, authorization, sent) => {
    expect(await verify(await authorization(), bytes(sent))).toBeUndefined();
  });

  it('needs a secret of 32 bytes', () => {
    expect(() => createRequestSigner('short')).toThrow('at least 32 bytes');
  });
});
