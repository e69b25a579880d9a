import { AreIds, ExpectedVersion, IfValue, IsId, IsProse } from '@lokaal/shared/graphql';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

const mostAtOnce = 100;

@InputType({ description: 'Certificaten van een evenement uitreiken, to all who attended or to those that are named.' })
export class IssueCertificatesInput {
  @Field(() => ID, { description: 'Evenement that is over and gives certificates.' })
  @IsId('event')
  eventId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: `Inschrijvingen, at most 100: only these, also when an earlier certificate was revoked. None: all who attended and
never had one.`,
  })
  @IfValue()
  @ArrayNotEmpty({ message: 'Name at least one registration, or leave the list out.' })
  @ArrayMaxSize(mostAtOnce)
  @ArrayUnique({ message: 'Name each registration once.' })
  @AreIds('registration')
  registrationIds?: string[] | null;
}

@InputType({ description: 'Intrekking van een certificaat, with the reason that its holder is told.' })
export class RevokeCertificateInput {
  @Field(() => ID, { description: 'Certificaat: its id.' })
  @IsId('certificate')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field({ description: 'Reden, 3 to 1,000 characters; the holder reads it, who verifies the code does not.' })
  @IsProse(3, 1_000)
  reason!: string;
}
