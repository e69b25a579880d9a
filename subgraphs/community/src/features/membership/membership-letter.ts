import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Recipient } from '../organisation/tell-contacts.js';
import { dayInWords } from '../person/day-in-words.js';
import { eurosInWords } from '../person/euros-in-words.js';
import type { Language } from '../person/language.js';
import { type HolderWords, holderInWords } from './holder-in-words.js';
import type { MembershipEntity } from './membership.entity.js';
import { MembershipType } from './membership.enums.js';

export type Told = Pick<
  MembershipEntity,
  | 'type'
  | 'personId'
  | 'holderName'
  | 'from'
  | 'to'
  | 'graceUntil'
  | 'feeCents'
  | 'rejectionReason'
  | 'cancelledOn'
  | 'cancellationReason'
>;

/** What a mail says, in the words of its reader. */
interface Facts extends HolderWords {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly graceUntil: string;
  readonly cancelledOn: string;
  readonly fee: string;
  readonly reason: string;
}

type Words = (facts: Facts) => Pick<MailContent, 'subject' | 'paragraphs'>;

const kinds: Record<Language, Record<MembershipType, string>> = {
  NL: { EFFECTIVE: 'effectief lid', ACCEDED: 'toegetreden lid', COMPANY: 'ICT-bedrijfslid' },
  FR: { EFFECTIVE: 'membre effectif', ACCEDED: 'membre adhérent', COMPANY: 'entreprise TIC membre' },
  EN: { EFFECTIVE: 'an effective member', ACCEDED: 'an acceded member', COMPANY: 'an ICT company member' },
  DE: { EFFECTIVE: 'ordentliches Mitglied', ACCEDED: 'beigetretenes Mitglied', COMPANY: 'IT-Unternehmensmitglied' },
};

function factsFor({ language }: Recipient, told: Told): Facts {
  const day = (date: string | null): string => (date === null ? '' : dayInWords(date, language));
  return {
    kind: kinds[language][told.type],
    ...holderInWords(told, language),
    from: day(told.from),
    to: day(told.to),
    graceUntil: day(told.graceUntil),
    cancelledOn: day(told.cancelledOn),
    fee: eurosInWords(told.feeCents ?? 0, language),
    reason: told.rejectionReason ?? told.cancellationReason ?? '',
  };
}

export const letter =
  (words: Record<Language, Words>) =>
  (recipient: Recipient, told: Told): MailContent => ({
    name: recipient.name,
    language: recipient.language,
    ...words[recipient.language](factsFor(recipient, told)),
  });
