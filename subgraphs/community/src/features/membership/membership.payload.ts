import { Payload } from '@lokaal/shared/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { Membership, MembershipFee } from './membership.type.js';

@ObjectType()
abstract class MembershipPayload extends Payload {
  @Field(() => Membership, { nullable: true, description: 'Lidmaatschap as it is now; null when nothing was done.' })
  membership?: string;
}

@ObjectType({ description: 'Antwoord op applyForMembership.' })
export class ApplyForMembershipPayload extends MembershipPayload {}

@ObjectType({ description: 'Antwoord op approveMembership.' })
export class ApproveMembershipPayload extends MembershipPayload {}

@ObjectType({ description: 'Antwoord op rejectMembership.' })
export class RejectMembershipPayload extends MembershipPayload {}

@ObjectType({ description: 'Antwoord op withdrawMembershipApplication.' })
export class WithdrawMembershipApplicationPayload extends MembershipPayload {}

@ObjectType({ description: 'Antwoord op cancelMembership.' })
export class CancelMembershipPayload extends MembershipPayload {}

@ObjectType({ description: 'Antwoord op renewMembership.' })
export class RenewMembershipPayload extends MembershipPayload {}

@ObjectType({ description: 'Antwoord op renewMemberships.' })
export class RenewMembershipsPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'Aantal that this call renewed; null when nothing was done.' })
  renewed?: number;

  @Field(() => Int, { nullable: true, description: 'Bijdragen of those, together, in euro cents.' })
  feeCents?: number;

  @Field(() => Int, { nullable: true, description: 'Aantal that is left: call again until it is 0.' })
  remaining?: number;
}

@ObjectType({ description: 'Antwoord op setMembershipFees.' })
export class SetMembershipFeesPayload extends Payload {
  @Field(() => MembershipFee, { nullable: true, description: 'Ledenbijdragen as they are now.' })
  membershipFee?: string;
}
