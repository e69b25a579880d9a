import type { JSONWebKeySet } from 'jose';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { accessTokenRules } from '@lokaal/shared/auth';
import type { Clock } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { accessTokenLifetime } from './access-token-issuer.js';
import { SigningKeyEntity } from './signing-key.entity.js';
import { newSealedKey, unsealKey, type SigningKey } from './signing-key-seal.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Milliseconds: how long a key signs, and how long before its turn the next one is published. */
const keyLifetime = { signs: 30 * day, publishedAhead: day } as const;

/** After its last signature a key is published as long as a token may live, with what clocks may differ, twice. */
const publishedAfter = (accessTokenLifetime + 2 * accessTokenRules.clockTolerance) * 1000;
const cachedFor = minute;

export interface SigningKeysDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** 256 bits, made from KEY_SECRET. With another one the keys cannot be read: new ones are made, old tokens end. */
  readonly sealingKey: Uint8Array;
}

/** The keys of the access tokens: made when needed, agreed upon by all processes, replaced every thirty days. */
export class SigningKeys {
  private keys: readonly SigningKey[] = [];
  private readAt = 0;
  private reading?: Promise<void>;

  constructor(private readonly dependencies: SigningKeysDependencies) {}

  /** The key that signs now. */
  async current(): Promise<SigningKey> {
    const now = this.dependencies.clock.now();
    await this.refresh(now);
    const key = signing(this.keys, now);
    if (!key) throw new Error('There is no signing key.');
    return key;
  }

  /** Public keys: of tokens that may be alive, of today, and the next one. */
  async jwks(): Promise<JSONWebKeySet> {
    const now = this.dependencies.clock.now();
    await this.refresh(now);
    return { keys: this.keys.filter((key) => isPublished(key, now)).map(({ publicJwk }) => publicJwk) };
  }

  private async refresh(now: Date): Promise<void> {
    const isFresh = Math.abs(now.getTime() - this.readAt) < cachedFor && firstDayOfNext(this.keys, now) === undefined;
    if (isFresh) return;
    this.reading ??= this.read(now).finally(() => (this.reading = undefined));
    await this.reading;
  }

  private async read(now: Date): Promise<void> {
    const keys = await this.load(this.dependencies.dataSource.manager, now);
    this.keys = firstDayOfNext(keys, now) === undefined ? keys : await this.add(now);
    this.readAt = now.getTime();
  }

  /** Adds the key that is missing, unless another process was first: the lock lets one decide at a time. */
  private add(now: Date): Promise<readonly SigningKey[]> {
    return inTransaction(this.dependencies.dataSource, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('lokaal:signing-key', 0))`);
      const keys = await this.load(tx, now);
      const signsFrom = firstDayOfNext(keys, now);
      if (signsFrom === undefined) return keys;
      const sealed = await newSealedKey(this.dependencies.sealingKey);
      const signsUntil = new Date(signsFrom.getTime() + keyLifetime.signs);
      await tx.insert(SigningKeyEntity, { ...sealed, createdAt: now, signsFrom, signsUntil });
      return this.load(tx, now);
    });
  }

  private async load(manager: EntityManager, now: Date): Promise<readonly SigningKey[]> {
    const since = new Date(now.getTime() - publishedAfter);
    const rows = await manager.find(SigningKeyEntity, {
      where: { signsUntil: MoreThan(since) },
      order: { signsFrom: 'ASC' },
    });
    const keys = await Promise.all(rows.map((row) => unsealKey(row, this.dependencies.sealingKey)));
    return keys.filter((key) => key !== undefined);
  }
}

/** The newest key whose turn it is. */
const signing = (keys: readonly SigningKey[], now: Date): SigningKey | undefined =>
  keys.findLast((key) => key.signsFrom <= now && now < key.signsUntil);

const isPublished = ({ signsUntil }: SigningKey, now: Date): boolean =>
  now.getTime() < signsUntil.getTime() + publishedAfter;

/** From when a new key has to sign, or undefined while there are enough keys. */
function firstDayOfNext(keys: readonly SigningKey[], now: Date): Date | undefined {
  const current = signing(keys, now);
  if (!current) return now;
  const last = keys.reduce((latest, { signsUntil }) => (signsUntil > latest ? signsUntil : latest), current.signsUntil);
  return last.getTime() - now.getTime() <= keyLifetime.publishedAhead ? last : undefined;
}
