import { Field, ID, Int, InterfaceType } from 'type-graphql';

/** Every entity of the graph. */
@InterfaceType({
  description: 'Entiteit: everything in the graph that has an identity of its own.',
  // In one process the classes of all subgraphs are known, and each schema would get those of the others as well.
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, { description: 'Identificatie: a TypeID, the type’s prefix and a UUIDv7. Opaque to clients.' })
  id!: string;
}

/** What every record that can change also has. Abstract: its fields are the type's own. */
@InterfaceType({
  description: 'Wijzigbaar gegeven: an entity that can change, with what a client needs to change it safely.',
  autoRegisterImplementations: false,
})
export abstract class Changeable {
  @Field(() => Date, { description: 'Aangemaakt op: when the record was made.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'Gewijzigd op: when the record last changed.' })
  updatedAt!: Date;

  @Field(() => Int, {
    description: 'Versie: goes up by one at every change; an update sends the version it has seen as expectedVersion.',
  })
  version!: number;
}
