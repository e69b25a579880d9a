import { IsInt, Min } from 'class-validator';
import { Field, Int } from 'type-graphql';
import { applyDecorators } from './apply-decorators.js';
import { IfValue, IsLine } from './text-rules.js';

/** Room for a UUID with a prefix. */
const longestKey = 100;

/** The field `idempotencyKey` of an input that creates something: the service gives it to `idempotent`. */
export const IdempotencyKey = (): PropertyDecorator =>
  applyDecorators(
    Field(() => String, {
      nullable: true,
      description: 'Sleutel of your choice: the same call sent again has no second effect (24 hours).',
    }),
    IfValue(),
    IsLine(1, longestKey),
  );

/** The field `expectedVersion` of an input that changes something: the service gives it to `lockVersion`. */
export const ExpectedVersion = (): PropertyDecorator =>
  applyDecorators(
    Field(() => Int, { description: 'Versie that you have seen; another one is refused with CONFLICT.' }),
    IsInt(),
    Min(1),
  );
