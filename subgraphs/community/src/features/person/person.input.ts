import { ExpectedVersion, IfSent, IsName } from '@lokaal/shared/graphql';
import { IsBoolean, IsEnum } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Language } from './language.js';
import { longestName } from './longest-name.js';

@InputType({ description: 'Wijziging van uw profiel: what is not sent stays as it is.' })
export class UpdateMyProfileInput {
  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Naam, 1 to 100 characters, without web address; cannot be cleared.',
  })
  @IfSent()
  @IsName(1, longestName)
  name?: string;

  @Field(() => Language, { nullable: true, description: 'Taal in which you are written to; cannot be cleared.' })
  @IfSent()
  @IsEnum(Language)
  language?: Language;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Toestemming ledengids: whether all members may see you; cannot be cleared. It is written down as given to the current text of consentWordings in your language.',
    deprecationReason: 'Use giveConsent, which says what was read, and withdrawConsent. Removed after 2027-06-30.',
  })
  @IfSent()
  @IsBoolean()
  consentDirectory?: boolean;
}
