import { CalendarFeedEntity } from '../calendar/calendar-feed.entity.js';
import { OutboxMessageEntity } from '../mail-outbox/outbox-message.entity.js';
import { ExternalIdentityEntity } from '../open-id/external-identity.entity.js';
import { OpenIdFlowEntity } from '../open-id/open-id-flow.entity.js';
import { EmploymentEntity } from '../person/employment.entity.js';
import { PersonEntity } from '../person/person.entity.js';
import { StaffRoleEntity } from '../person/staff-role.entity.js';
import { AccountRequestEntity } from './account-request.entity.js';
import { CredentialEntity } from './credential.entity.js';
import { KnownAddressEntity } from './known-address.entity.js';
import { OneTimeTokenEntity } from './one-time-token.entity.js';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import { SignInSessionEntity } from './sign-in-session.entity.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { SigningKeyEntity } from './signing-key.entity.js';

/** What the data source of `createIdentity` must know. */
export const identityEntities = [
  PersonEntity,
  EmploymentEntity,
  StaffRoleEntity,
  AccountRequestEntity,
  CredentialEntity,
  OneTimeTokenEntity,
  SignInSessionEntity,
  RefreshTokenEntity,
  SignInAttemptEntity,
  KnownAddressEntity,
  SigningKeyEntity,
  ExternalIdentityEntity,
  OpenIdFlowEntity,
  CalendarFeedEntity,
  OutboxMessageEntity,
];
