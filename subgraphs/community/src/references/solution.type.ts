import { type Connection, Node } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { type Session, SessionConnection } from '../features/event-session/session.type.js';

@ObjectType({ implements: Node, description: 'Oplossing of the catalogue: here what the community adds to it.' })
@Directive('@key(fields: "id")')
export class Solution extends Node {
  @Field(() => SessionConnection, {
    nullable: true,
    description: 'Sessies in which it is spoken of or shown, as far as the viewer may see these.',
  })
  sessions?: Connection<Session>;
}
