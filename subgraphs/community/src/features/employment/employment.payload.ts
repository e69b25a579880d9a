import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Employment } from '../person/person.type.js';

@ObjectType()
abstract class EmploymentPayload extends Payload {
  @Field(() => Employment, { nullable: true, description: 'Tewerkstelling as it is now; null when nothing was done.' })
  employment?: string;
}

@ObjectType({ description: 'Antwoord op endEmployment.' })
export class EndEmploymentPayload extends EmploymentPayload {}

@ObjectType({ description: 'Antwoord op changeEmploymentRoles.' })
export class ChangeEmploymentRolesPayload extends EmploymentPayload {}

@ObjectType({ description: 'Antwoord op updateEmployment.' })
export class UpdateEmploymentPayload extends EmploymentPayload {}
