import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

enum SuppressionReason {
  TOO_FEW = 'TOO_FEW',
  NOT_COMPARABLE = 'NOT_COMPARABLE',
  NOT_FOR_VENDORS = 'NOT_FOR_VENDORS',
  ONLY_FOR_AUTHORITIES = 'ONLY_FOR_AUTHORITIES',
}
registerEnumType(SuppressionReason, {
  name: 'SuppressionReason',
  description: 'Waarom niet getoond: why figures of a group are held back.',
  valuesConfig: {
    TOO_FEW: {
      description:
        'Te weinig besturen take part, here or in the rest of a larger group: single ones could be told from the figures.',
    },
    NOT_COMPARABLE: {
      description: 'Niet vergelijkbaar: beside the figures of a larger group they would tell of the rest.',
    },
    NOT_FOR_VENDORS: { description: 'Niet voor leveranciers.' },
    ONLY_FOR_AUTHORITIES: { description: 'Alleen voor wie bij een lokaal bestuur werkt, and for the association.' },
  },
});

@ObjectType({ description: 'Niet getoond: nothing is told of this group, not even how many take part.' })
@Directive('@shareable')
export class AggregateSuppressed {
  @Field(() => SuppressionReason, { description: 'Reden.' }) reason!: SuppressionReason;
}
