import { ExpectedVersion, IdempotencyKey, IsId, IsProse } from '@lokaal/shared/graphql';
import { ArrayMaxSize, IsEnum, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { AttendanceMode } from './registration.enums.js';

const mostAnswers = 50;
const longestAnswer = 2_000;

@InputType({ description: 'Antwoord op een vraag die het event stelt.' })
export class AnswerInput {
  @Field(() => ID, { description: 'Vraag: id of the question.' })
  @IsId('eventquestion')
  questionId!: string;

  @Field({ description: 'Antwoord: own words, one of the options, or true or false; 1 to 2,000 characters.' })
  @IsProse(1, longestAnswer)
  answer!: string;
}

@InputType({ description: 'Inschrijving voor een event.' })
export class RegisterForEventInput {
  @Field(() => ID, { description: 'Event: id of what to register for.' })
  @IsId('event')
  eventId!: string;

  @Field(() => AttendanceMode, { description: 'Wijze van deelname: one that the event has.' })
  @IsEnum(AttendanceMode)
  mode!: AttendanceMode;

  @Field(() => [AnswerInput], { defaultValue: [], description: 'Antwoorden on the questions of the event.' })
  @ArrayMaxSize(mostAnswers)
  @ValidateNested()
  answers!: AnswerInput[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Inschrijving van een collega voor een event.' })
export class RegisterColleagueInput extends RegisterForEventInput {
  @Field(() => ID, { description: 'Collega: id of the person who works for your organisation.' })
  @IsId('person')
  personId!: string;
}

@InputType({
  description:
    'Gratis plaats for a speaker, a guest, the crew or the staff themselves. Questions that are required may be answered later.',
})
export class RegisterComplimentaryInput extends RegisterForEventInput {
  @Field(() => ID, { description: 'Persoon: id of who gets the place.' })
  @IsId('person')
  personId!: string;

  @Field({ description: 'Reden why nobody pays, 3 to 500 characters, for example spreker.' })
  @IsProse(3, 500)
  reason!: string;
}

/** A change of one registration that somebody has seen. */
@InputType()
abstract class SeenRegistrationInput {
  @Field(() => ID, { description: 'Inschrijving: its id.' })
  @IsId('registration')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Aangeboden plaats aanvaarden.' })
export class AcceptOfferInput extends SeenRegistrationInput {}

@InputType({ description: 'Aangeboden plaats weigeren.' })
export class DeclineOfferInput extends SeenRegistrationInput {}

@InputType({ description: 'Inschrijving annuleren.' })
export class CancelRegistrationInput extends SeenRegistrationInput {}

@InputType({ description: 'Wijze van deelname veranderen.' })
export class ChangeRegistrationModeInput extends SeenRegistrationInput {
  @Field(() => AttendanceMode, { description: 'Wijze van deelname from now on.' })
  @IsEnum(AttendanceMode)
  mode!: AttendanceMode;
}

@InputType({ description: 'Antwoorden veranderen: they take the place of all that were given.' })
export class ChangeRegistrationAnswersInput extends SeenRegistrationInput {
  @Field(() => [AnswerInput], { description: 'Antwoorden on the questions of the event as they are now.' })
  @ArrayMaxSize(mostAnswers)
  @ValidateNested()
  answers!: AnswerInput[];
}
