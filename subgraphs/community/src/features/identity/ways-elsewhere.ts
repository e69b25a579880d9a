import type { EntityManager } from 'typeorm';
import { ExternalIdentityEntity } from '../open-id/external-identity.entity.js';
import type { Language } from '../person/language.js';
import type { PersonEntity } from '../person/person.entity.js';

export interface Issuer {
  readonly issuer: string;
  readonly label: string;
}

const words: Record<Language, (issuers: string) => string> = {
  NL: (issuers) =>
    `Aanmelden kan nog altijd ook met: ${issuers}. Hebt u dat niet zelf gekoppeld? Meld u dan aan met uw nieuwe wachtwoord, en maak de koppeling meteen ongedaan bij uw profiel.`,
  FR: (issuers) =>
    `La connexion reste possible aussi avec : ${issuers}. Vous n’avez pas créé ce lien vous-même ? Connectez-vous avec votre nouveau mot de passe et supprimez-le immédiatement dans votre profil.`,
  EN: (issuers) =>
    `Signing in is still possible with: ${issuers}. Did you not link that yourself? Then sign in with your new password, and unlink it at once in your profile.`,
  DE: (issuers) =>
    `Anmelden ist weiterhin auch möglich mit: ${issuers}. Haben Sie das nicht selbst verknüpft? Dann melden Sie sich mit Ihrem neuen Passwort an und heben Sie die Verknüpfung sofort in Ihrem Profil auf.`,
};

/** Of a mail about a password: the accounts elsewhere that open this one whatever its password is. */
export async function waysElsewhere(
  tx: EntityManager,
  { id, language }: PersonEntity,
  issuers: readonly Issuer[],
): Promise<string[]> {
  const linked = await tx.find(ExternalIdentityEntity, { where: { personId: id }, order: { linkedAt: 'ASC' } });
  const labels = linked.map(({ issuer }) => issuers.find((one) => one.issuer === issuer)?.label ?? issuer);
  return labels.length === 0 ? [] : [words[language](labels.join(', '))];
}
