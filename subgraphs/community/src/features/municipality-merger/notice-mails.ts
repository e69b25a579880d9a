import { type CalendarTurn, dayAttachment } from '../calendar/calendar-attachment.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Recipient } from '../organisation/tell-contacts.js';
import { dayInWords } from '../person/day-in-words.js';
import { type Language, locales } from '../person/language.js';
import { type Notice, noticeWords } from './notice-words.js';
import type { PlannedMergerEntity } from './planned-merger.entity.js';

/** What a plan said before. */
export type Former = Pick<PlannedMergerEntity, 'successorName' | 'on'>;

const titles: Record<Language, (successor: string) => string> = {
  NL: (successor) => `Fusie tot ${successor}`,
  FR: (successor) => `Fusion en ${successor}`,
  EN: (successor) => `Merger into ${successor}`,
  DE: (successor) => `Fusion zu ${successor}`,
};

interface Noticed extends CalendarTurn {
  readonly plan: Pick<PlannedMergerEntity, 'id' | 'version' | 'createdAt' | 'successorName' | 'on' | 'takesEffectOn'>;
  readonly names: readonly string[];
  readonly before: Former;
}

/** For the contact persons, DPO and CISO of what would merge; with the day on which it takes effect for their calendars. */
export function noticeMail(
  to: Pick<Recipient, 'name' | 'language'>,
  of: Notice,
  { plan, names, before, ...turn }: Noticed,
): MailContent {
  const { name, language } = to;
  const facts = {
    names: new Intl.ListFormat(locales[language]).format(names),
    successor: plan.successorName,
    day: dayInWords(plan.on, language),
    effect: plan.takesEffectOn === plan.on ? '' : dayInWords(plan.takesEffectOn, language),
    was: { successor: before.successorName, day: dayInWords(before.on, language) },
  };
  const said = noticeWords[language][of](facts);
  const entry = { of: plan, title: titles[language](plan.successorName), day: plan.takesEffectOn, ...said };
  const method = of === 'withdrawn' ? 'CANCEL' : 'PUBLISH';
  return { name, language, ...said, attachments: [dayAttachment(turn, entry, method)] };
}
