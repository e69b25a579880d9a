import type { MailContent } from '../mail-outbox/mail-template.js';

/** What a mail about an employment tells of. */
export interface Facts {
  readonly person: string;
  readonly organisation: string;
  readonly by: string;
  /** Those that come or end, by name. */
  readonly roles: string;
  /** First day on which it no longer holds, when that is still to come; else empty. */
  readonly until: string;
}

export type Words = (facts: Facts) => Pick<MailContent, 'subject' | 'paragraphs'>;
