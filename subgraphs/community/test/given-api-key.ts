import { type ApiKeyReference, readApiKey, type Viewer } from '@lokaal/shared/auth';
import type { Answer, TestSubgraph } from '../../../shared/test/subgraph.js';
import type { CommunitySubgraph } from '../src/index.js';
import { employee, type Given, type GivenOrganisation, type GivenPerson, type Row } from './given.js';

const FIELDS = `{ apiKey { id version name lastCharacters scopes status expiresAt lastUsedAt revokedAt createdAt
  organisation { id } createdBy { id } revokedBy { id } } %s userErrors { code field message } }`;
const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) ${FIELDS.replace('%s', 'secret')} }`;
const ROTATE = `mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input)
  ${FIELDS.replace('{ id version', '{ replaces { id status revokedAt } id version').replace('%s', 'secret')} }`;
const REVOKE = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) ${FIELDS.replace('%s', '')} }`;

/** Somebody who works somewhere, as the database and the gateway know it. */
export interface Keeper {
  readonly person: GivenPerson;
  readonly viewer: Viewer;
  readonly employment: Row;
  readonly organisation: GivenOrganisation;
}

export interface MadeKey extends Row {
  readonly secret: string;
  readonly reference: ApiKeyReference;
}

/** People who look after keys, and keys that they made through the graph. */
export class GivenApiKeys {
  constructor(
    private readonly on: TestSubgraph,
    private readonly given: Given,
  ) {}

  async keeper(organisation: GivenOrganisation, ...roles: string[]): Promise<Keeper> {
    const person = await this.given.person();
    const employment = await this.given.employment(person, organisation, { roles });
    const { employments, ...rest } = employee(person, organisation);
    const viewer = { ...rest, employments: employments.map((one) => ({ ...one, roles })) };
    return { person, viewer, employment, organisation };
  }

  /** An editor of a company of its own. */
  editor = async (): Promise<Keeper> => this.keeper(await this.given.organisation(), 'VENDOR_EDITOR');

  create({ viewer, organisation }: Omit<Keeper, 'person' | 'employment'>, more: object = {}): Promise<Answer> {
    const input = { organisationId: organisation.id, name: 'Productcatalogus', scopes: ['CATALOGUE_WRITE'], ...more };
    return this.on.as(viewer).run(CREATE, { input });
  }

  async key(keeper: Keeper, more: object = {}): Promise<MadeKey> {
    const { data } = await this.create(keeper, more);
    const { apiKey, secret } = data.createApiKey;
    return { id: apiKey.id, secret, reference: readApiKey(secret)! };
  }

  rotate(viewer: Viewer, { id }: Row, more: object = {}): Promise<Answer> {
    return this.on.as(viewer).run(ROTATE, { input: { id, expectedVersion: 1, ...more } });
  }

  revoke(viewer: Viewer, { id }: Row, expectedVersion = 1): Promise<Answer> {
    return this.on.as(viewer).run(REVOKE, { input: { id, expectedVersion } });
  }

  /** Who the gateway learns that asks with this key. */
  viewerOf({ reference }: MadeKey): Promise<Viewer | undefined> {
    return (this.on.subgraph as CommunitySubgraph).identity.viewerOfKey(reference);
  }
}
