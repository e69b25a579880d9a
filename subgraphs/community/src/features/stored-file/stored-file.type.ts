import { Changeable, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../person/person.type.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Bestand: a stored file, visible to who sees what it belongs to. Its content never changes.',
})
@Directive('@key(fields: "id")')
export class StoredFile extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Bestandsnaam under which it is saved.' }) fileName!: string;
  @Field({ description: 'Mediatype, as its content says, for example application/pdf.' }) mediaType!: string;
  @Field(() => Int, { description: 'Grootte in bytes.' }) size!: number;
  @Field({ description: 'Controlegetal: SHA-256 of the content, in hexadecimal digits.' }) sha256!: string;
  @Field({ description: 'Opgeladen op: when it came in.' }) uploadedAt!: Date;

  @Field(() => Person, { nullable: true, description: 'Opgeladen door; null when the viewer may not see this person.' })
  uploadedBy?: Ref<Person>;

  @Field({ description: 'Adres beside the graph from which it is saved, with the same sign-in: /files/ and its id.' })
  path!: string;
}
