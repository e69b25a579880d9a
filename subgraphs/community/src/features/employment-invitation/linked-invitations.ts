import { anonymous } from '@lokaal/shared/auth';
import { DomainError } from '@lokaal/shared/errors';
import type { SliceDependencies } from '../../slice.js';
import { LinkSeal } from '../mail-outbox/link-seal.js';
import { Language } from '../person/language.js';
import type { EmploymentAcceptanceService } from './employment-acceptance.service.js';
import type { Offer } from './offer-words.js';

export type LinkedAnswer = 'accept' | 'decline';

/** What a page tells of an invitation. */
export interface LinkedInvitation extends Offer {
  readonly id: string;
  readonly version: number;
  readonly organisation: string;
  /** Whether it can be answered. */
  readonly open: boolean;
  readonly language: Language;
  /** Whose confirmed address it is; null while nobody has an account with it. */
  readonly personId: string | null;
}

const statement = `select invitation.id, invitation.version, organisation.legal_name as organisation,
    function_title as "functionTitle", roles, from_date::text as "from", decision is null and expires_at > $3 as open, coalesce(language, $2) as language, person.id as "personId"
  from employment_invitation invitation join organisation on organisation.id = invitation.organisation_id
  left join person on lower(person.email) = invitation.email and person.email_confirmed_at is not null
  where invitation.id = $1`;

/** Invitations as who has the mail gets at them: holding the mailbox is what an account is confirmed by, too. */
export class LinkedInvitations {
  private readonly seal: LinkSeal;

  constructor(
    private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'publicUrl' | 'keyFor'>,
    private readonly answers: Pick<EmploymentAcceptanceService, LinkedAnswer>,
  ) {
    this.seal = new LinkSeal(() => on.keyFor('links of employment invitations'));
  }

  linkTo = (id: string): string => `${this.on.publicUrl}/employment-invitations/${id}.${this.seal.of(id)}`;

  /** Undefined when the link is none of ours, or the invitation is gone. */
  async find(token: string): Promise<LinkedInvitation | undefined> {
    const [id = '', seal = ''] = token.split('.');
    if (!this.seal.isOf(seal, id)) return undefined;
    const [row] = await this.on.db.query<LinkedInvitation[]>(statement, [id, Language.NL, this.on.clock.now()]);
    return row;
  }

  /** Whether it was done: it may be answered, withdrawn or too old. */
  async answer(answer: LinkedAnswer, { id, version, personId }: LinkedInvitation): Promise<boolean> {
    if (personId === null) return false;
    try {
      await this.answers[answer]({ ...anonymous, personId }, { id, expectedVersion: version });
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}
