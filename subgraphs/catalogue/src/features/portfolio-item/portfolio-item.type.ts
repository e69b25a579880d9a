import { CalendarDate, Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Organisation } from '../../references/organisation.type.js';
import { Solution, SolutionVersion } from '../solution/solution.type.js';
import { Criticality, PortfolioStatus, PortfolioVisibility } from './portfolio-item.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Item van een softwareportfolio: an authority uses, plans or phases out a solution (GIMV: VoorzieningGebruik).',
})
@Directive('@key(fields: "id")')
export class PortfolioItem extends Changeable implements Node {
  id!: string;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Bestuur that uses it. After a merger this is the predecessor where the item comes from.',
  })
  authority?: Ref<Organisation>;

  @Field(() => Solution, {
    nullable: true,
    description: 'Oplossing; null when its entry in the catalogue is not visible to the viewer.',
  })
  solution?: Ref<Solution>;

  @Field(() => SolutionVersion, { nullable: true, description: 'Versie in use, when the authority says which.' })
  solutionVersion?: Ref<SolutionVersion>;

  @Field(() => PortfolioStatus, { description: 'Status of the use.' }) status!: PortfolioStatus;
  @Field(() => CalendarDate, { description: 'In gebruik sinds.' }) since!: string;
  @Field(() => CalendarDate, { nullable: true, description: 'In gebruik tot.' }) until?: string;
  @Field(() => Criticality, { description: 'Kritikaliteit.' }) criticality!: Criticality;
  @Field(() => Int, { description: 'Vertrouwelijkheid: class 1 (low) to 4 (very high).' }) confidentiality!: number;
  @Field(() => Int, { description: 'Integriteit: class 1 (low) to 4 (very high).' }) integrity!: number;
  @Field(() => Int, { description: 'Beschikbaarheid: class 1 (low) to 4 (very high).' }) availability!: number;
  @Field({ description: 'Verwerkt persoonsgegevens: whether personal data are processed with it.' })
  processesPersonalData!: boolean;
  @Field({
    description: 'Eigenaar: the unit of the authority that answers for it; empty when it is the whole authority.',
  })
  ownerUnit!: string;

  @Field(() => Int, { nullable: true, description: 'Jaarlijkse kost in euro cents; only for the authority itself.' })
  annualCostCents?: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Referent: key of the person, for the community, which shows that person to whoever may see them.',
  })
  @Directive('@inaccessible')
  referentId?: string;

  @Field(() => PortfolioVisibility, { description: 'Zichtbaarheid: who may see this item.' })
  visibility!: PortfolioVisibility;
}

export const PortfolioItemConnection = connectionOf('PortfolioItem', () => PortfolioItem);
