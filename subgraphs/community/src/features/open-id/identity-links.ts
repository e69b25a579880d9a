import type { OpenIdIssuer } from '@lokaal/shared/config';
import { newId } from '@lokaal/shared/ids';
import type { JWTPayload } from 'jose';
import type { EntityManager } from 'typeorm';
import { lockPersonByEmail } from '../identity/account.query.js';
import { freeAddress } from '../identity/enter-person.js';
import { PersonEntity } from '../person/person.entity.js';
import { ExternalIdentityEntity } from './external-identity.entity.js';
import { languageIn, nameIn, provenEmail } from './open-id.claims.js';
import { linkedElsewhere, linkedOtherwise, notConfirmed, notLinked } from './open-id.refusals.js';

export interface Account {
  readonly issuer: OpenIdIssuer;
  readonly claims: JWTPayload & { readonly sub: string };
  readonly now: Date;
}

/** A link, with its person locked. */
export interface Link {
  readonly id: string;
  readonly person: PersonEntity;
  readonly isNew: boolean;
}

/**
 * The link of an account elsewhere; a first sign-in makes it when a proven address leads to a person. Throws a DomainError
 * when there is none to be made.
 */
export async function findOrLink(tx: EntityManager, account: Account): Promise<Link> {
  const link = (await linkOf(tx, account)) ?? (await linkTo(tx, account, await personByEmail(tx, account)));
  // thrown, it takes a new link with it
  if (!link.person.emailConfirmedAt) throw notConfirmed();
  return link;
}

/** Links an account with a person, whose row is locked. Once is enough: sent again it changes nothing. */
export async function linkTo(tx: EntityManager, { issuer, claims, now }: Account, person: PersonEntity): Promise<Link> {
  const where = { issuer: issuer.issuer, personId: person.id };
  const before = await tx.findOneBy(ExternalIdentityEntity, where);
  // addresses are given to newcomers, subjects never are: another subject may be another person
  if (before && before.subject !== claims.sub) throw linkedOtherwise(issuer.label);
  if (before) return { id: before.id, person, isNew: false };
  const row = { id: newId('externalidentity'), ...where, subject: claims.sub, linkedAt: now };
  await tx.createQueryBuilder().insert().into(ExternalIdentityEntity).values(row).orIgnore().execute();
  if (!(await tx.existsBy(ExternalIdentityEntity, { id: row.id }))) throw linkedElsewhere(issuer.label);
  return { id: row.id, person, isNew: true };
}

async function linkOf(tx: EntityManager, { issuer, claims }: Account): Promise<Link | undefined> {
  const row = await tx.findOneBy(ExternalIdentityEntity, { issuer: issuer.issuer, subject: claims.sub });
  if (!row) return undefined;
  const where = { id: row.personId };
  const person = await tx.findOne(PersonEntity, { where, lock: { mode: 'for_no_key_update' } });
  return person ? { id: row.id, person, isNew: false } : undefined;
}

/**
 * Who has the proven address; whoever has no account gets one where the issuer may make them, and keeps nothing of what a
 * stranger may have registered there.
 */
async function personByEmail(tx: EntityManager, account: Account): Promise<PersonEntity> {
  const { issuer, claims, now } = account;
  const email = provenEmail(issuer, claims);
  if (email === undefined) throw notLinked(issuer.label);
  if (issuer.registers) await freeAddress(tx, email);
  const known = await lockPersonByEmail(tx, email);
  if (known) return known;
  if (!issuer.registers) throw notLinked(issuer.label);
  const about = { name: nameIn(claims, email), language: languageIn(claims) };
  const person = { id: newId('person'), email, ...about, consentDirectory: false, emailConfirmedAt: now };
  await tx.createQueryBuilder().insert().into(PersonEntity).values(person).orIgnore().updateEntity(false).execute();
  // of several at once one wrote it, or a stranger who registers just now
  return personByEmail(tx, account);
}
