import { Payload } from '@lokaal/shared/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { MembershipBenefit } from './membership-benefit.type.js';

@ObjectType()
abstract class MembershipBenefitPayload extends Payload {
  @Field(() => MembershipBenefit, {
    nullable: true,
    description: 'Ledenvoordeel as it is now; null when nothing was changed.',
  })
  membershipBenefit?: string;
}

@ObjectType({ description: 'Antwoord op addMembershipBenefit.' })
export class AddMembershipBenefitPayload extends MembershipBenefitPayload {}

@ObjectType({ description: 'Antwoord op updateMembershipBenefit.' })
export class UpdateMembershipBenefitPayload extends MembershipBenefitPayload {}

@ObjectType({ description: 'Antwoord op removeMembershipBenefit.' })
export class RemoveMembershipBenefitPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Identificatie of what is gone; null when nothing was changed.' })
  removedId?: string;
}
