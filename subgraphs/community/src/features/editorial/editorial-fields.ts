import { applyDecorators, IfValue, IsProse } from '@lokaal/shared/graphql';
import { Field } from 'type-graphql';
import { IsHttpsAddress } from './is-https-address.js';

/** Optional fields that several items have, alike when they are new and when they change. */

export const BodyField = (): PropertyDecorator =>
  applyDecorators(
    Field(() => String, { nullable: true, description: 'Tekst, in Dutch, at most 10,000 characters.' }),
    IfValue(),
    IsProse(1, 10_000),
  );

export const AddressField = (description: string): PropertyDecorator =>
  applyDecorators(
    Field(() => String, { nullable: true, description: `${description}, starting with https.` }),
    IfValue(),
    IsHttpsAddress(),
  );
