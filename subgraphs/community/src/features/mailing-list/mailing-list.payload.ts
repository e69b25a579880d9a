import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { MailingList, MailingListIssue, MailingListSubscription } from './mailing-list.type.js';

@ObjectType({
  description: 'Antwoord op subscribeToMailingList: the same, whether the address is known or not.',
})
export class SubscribeToMailingListPayload extends Payload {
  @Field(() => MailingList, { nullable: true, description: 'Mailinglijst; null when nothing was done.' })
  mailingList?: string;
}

@ObjectType({ description: 'Antwoord op confirmMailingListSubscription.' })
export class ConfirmMailingListSubscriptionPayload extends Payload {
  @Field(() => MailingList, { nullable: true, description: 'Mailinglijst; null when nothing was done.' })
  mailingList?: string;
}

@ObjectType({ description: 'Antwoord op unsubscribeFromMailingList: the same for every token.' })
export class UnsubscribeFromMailingListPayload extends Payload {}

@ObjectType({ description: 'Antwoord op endMailingListSubscription.' })
export class EndMailingListSubscriptionPayload extends Payload {
  @Field(() => MailingListSubscription, {
    nullable: true,
    description: 'Inschrijving that ended; null when nothing was done.',
  })
  subscription?: string;
}

@ObjectType({ description: 'Antwoord op createMailingList.' })
export class CreateMailingListPayload extends Payload {
  @Field(() => MailingList, { nullable: true, description: 'Mailinglijst; null when nothing was done.' })
  mailingList?: string;
}

@ObjectType({ description: 'Antwoord op updateMailingList.' })
export class UpdateMailingListPayload extends Payload {
  @Field(() => MailingList, { nullable: true, description: 'Mailinglijst; null when nothing was done.' })
  mailingList?: string;
}

@ObjectType({ description: 'Antwoord op createMailingListIssue.' })
export class CreateMailingListIssuePayload extends Payload {
  @Field(() => MailingListIssue, { nullable: true, description: 'Editie; null when nothing was done.' })
  issue?: string;
}

@ObjectType({ description: 'Antwoord op updateMailingListIssue.' })
export class UpdateMailingListIssuePayload extends Payload {
  @Field(() => MailingListIssue, { nullable: true, description: 'Editie; null when nothing was done.' })
  issue?: string;
}

@ObjectType({ description: 'Antwoord op sendMailingListIssue.' })
export class SendMailingListIssuePayload extends Payload {
  @Field(() => MailingListIssue, { nullable: true, description: 'Editie as it was sent; null when nothing was done.' })
  issue?: string;
}
