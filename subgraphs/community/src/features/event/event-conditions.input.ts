import { AreLines, ExpectedVersion, IfValue, IsId, IsLine } from '@lokaal/shared/graphql';
import { ArrayMaxSize, ArrayUnique, IsEnum, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Audience, QuestionKind } from './event.enums.js';

const mostQuestions = 50;
const mostOptions = 50;
/** 10,000 euro. */
const highestPrice = 1_000_000;

@InputType({ description: 'Prijs for one audience.' })
export class EventPriceInput {
  @Field(() => Audience, { description: 'Doelgroep that pays it.' })
  @IsEnum(Audience)
  audience!: Audience;

  @Field(() => Int, { description: 'Prijs in euro cents, without VAT; 0 is free.' })
  @IsInt()
  @Min(0)
  @Max(highestPrice)
  priceCents!: number;
}

@InputType({
  description:
    'Prijzen of an event: they take the place of all that it had. Registrations keep the price that they were made for.',
})
export class SetEventPricesInput {
  @Field(() => ID, { description: 'Evenement: id of the event.' })
  @IsId('event')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => [EventPriceInput], {
    description:
      'Prijzen, one an audience; that of NON_MEMBER is for everybody without a price of their own. None: nobody may register.',
  })
  @ArrayUnique(({ audience }: EventPriceInput) => audience, { message: 'Name each audience once.' })
  @ValidateNested()
  prices!: EventPriceInput[];
}

@InputType({ description: 'Vraag to registrants.' })
export class EventQuestionInput {
  @Field(() => ID, { nullable: true, description: 'Vraag that the event has already; none for a new one.' })
  @IfValue()
  @IsId('eventquestion')
  id?: string | null;

  @Field({ description: 'Vraag, as the registrant reads it, 3 to 200 characters.' })
  @IsLine(3, 200)
  label!: string;

  @Field(() => QuestionKind, { description: 'Soort: how it is answered.' })
  @IsEnum(QuestionKind)
  kind!: QuestionKind;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Keuzes of a CHOICE, 2 to 50, each once; none for other kinds.',
  })
  @ArrayMaxSize(mostOptions)
  @ArrayUnique({ message: 'Name each option once.' })
  @AreLines(1, 120)
  options!: string[];

  @Field({ defaultValue: false, description: 'Verplicht: whether it must be answered.' })
  required!: boolean;
}

@InputType({
  description:
    'Vragen of an event, in their order: questions that are not among them go, unless somebody answered them.',
})
export class SetEventQuestionsInput {
  @Field(() => ID, { description: 'Evenement: id of the event.' })
  @IsId('event')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => [EventQuestionInput], { description: 'Vragen, in their order, at most 50.' })
  @ArrayMaxSize(mostQuestions)
  @ValidateNested()
  questions!: EventQuestionInput[];
}
