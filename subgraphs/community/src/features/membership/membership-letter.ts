import { addDays } from '@lokaal/shared/config';
import { type CalendarTurn, dayAttachment } from '../calendar/calendar-attachment.js';
import type { CalendarMethod } from '../calendar/calendar-text.js';
import { colons, type MailAttachment, type MailContent } from '../mail-outbox/mail-template.js';
import type { Recipient } from '../organisation/tell-contacts.js';
import { dayInWords } from '../person/day-in-words.js';
import { eurosInWords } from '../person/euros-in-words.js';
import type { Language } from '../person/language.js';
import { type HolderWords, holderInWords } from './holder-in-words.js';
import type { MembershipEntity } from './membership.entity.js';
import { MembershipType } from './membership.enums.js';

export type Told = Pick<
  MembershipEntity,
  | 'id'
  | 'version'
  | 'createdAt'
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

type Said = Pick<MailContent, 'subject' | 'paragraphs'>;

type Words = (facts: Facts) => Said;

const kinds: Record<Language, Record<MembershipType, string>> = {
  NL: { EFFECTIVE: 'effectief lid', ACCEDED: 'toegetreden lid', COMPANY: 'ICT-bedrijfslid' },
  FR: { EFFECTIVE: 'membre effectif', ACCEDED: 'membre adhérent', COMPANY: 'entreprise TIC membre' },
  EN: { EFFECTIVE: 'an effective member', ACCEDED: 'an acceded member', COMPANY: 'an ICT company member' },
  DE: { EFFECTIVE: 'ordentliches Mitglied', ACCEDED: 'beigetretenes Mitglied', COMPANY: 'IT-Unternehmensmitglied' },
};

export interface LetterTurn extends CalendarTurn {
  /** Why it ended, where nobody wrote that down in words of their own. */
  readonly reasonIn?: (language: Language) => string;
}

function factsFor({ language }: Recipient, told: Told, { reasonIn }: LetterTurn): Facts {
  const day = (date: string | null): string => (date === null ? '' : dayInWords(date, language));
  return {
    kind: kinds[language][told.type],
    ...holderInWords(told, language),
    from: day(told.from),
    to: day(told.to),
    graceUntil: day(told.graceUntil),
    cancelledOn: day(told.cancelledOn),
    fee: eurosInWords(told.feeCents ?? 0, language),
    reason: reasonIn?.(language) ?? told.rejectionReason ?? told.cancellationReason ?? '',
  };
}

const titles: Record<Language, string> = {
  NL: 'Laatste dag om het lidmaatschap te vernieuwen',
  FR: 'Dernier jour pour renouveler l’affiliation',
  EN: 'Last day to renew the membership',
  DE: 'Letzter Tag, um die Mitgliedschaft zu verlängern',
};

export type Letter = (recipient: Recipient, told: Told, turn: LetterTurn) => MailContent;

/** What a mail does to the entry of the last day to renew a membership; none when it has no last day. */
export function renewalEntry(
  { language }: Pick<Recipient, 'language'>,
  told: Told,
  { said, method, ...turn }: CalendarTurn & { readonly said: Said; readonly method: CalendarMethod },
): MailAttachment[] {
  if (told.graceUntil === null) return [];
  const holder = told.personId === null ? `${colons[language]} ${told.holderName}` : '';
  const entry = { of: told, title: `${titles[language]}${holder}`, day: addDays(told.graceUntil, -1), ...said };
  return [dayAttachment(turn, entry, method)];
}

/** A mail about a membership; `calendar` says what it does to the entry of the last day to renew it. */
export const letter =
  (words: Record<Language, Words>, method?: CalendarMethod): Letter =>
  (recipient, told, turn) => {
    const { name, language } = recipient;
    const said = words[language](factsFor(recipient, told, turn));
    const attachments = method === undefined ? [] : renewalEntry(recipient, told, { ...turn, said, method });
    return { name, language, ...said, attachments };
  };
