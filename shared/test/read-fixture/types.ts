import { Arg, createUnionType, Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarDate, Changeable, connectionOf, type Connection, Node, type Ref } from '../../src/graphql/index.js';

export enum BookKind {
  NOVEL = 'NOVEL',
  ATLAS = 'ATLAS',
  COMIC = 'COMIC',
}
registerEnumType(BookKind, { name: 'BookKind' });

@ObjectType({ implements: [Node, Changeable] })
@Directive('@key(fields: "id")')
export class Author extends Changeable implements Node {
  id!: string;
  @Field() name!: string;
  @Field(() => CalendarDate, { nullable: true }) bornOn?: string;
  @Field(() => String, { nullable: true }) email?: string;
  @Field(() => Float) rating!: number;
  @Field() active!: boolean;
  @Field(() => Author, { nullable: true }) mentor?: Ref<Author>;
  @Field(() => BookConnection) books!: Connection<Book>;
  @Field(() => AuthorConnection) pupils!: Connection<Author>;
}

@ObjectType()
export class Size {
  @Field(() => Int) width!: number;
  @Field(() => Int, { nullable: true }) height?: number;
}

@ObjectType()
export class Cover {
  @Field() color!: string;
  @Field(() => Size, { nullable: true }) size?: Size;
  @Field(() => Date, { nullable: true }) designedAt?: Date;
}

@ObjectType()
export class Chapter {
  @Field() title!: string;
  @Field(() => Int) pages!: number;
  @Field(() => [String], { nullable: true }) words?: string[];
}

@ObjectType()
export class Film {
  @Field() title!: string;
  @Field(() => Int) minutes!: number;
}

@ObjectType()
export class Song {
  @Field() title!: string;
  @Field(() => Float) tempo!: number;
}

export const Medium = createUnionType({ name: 'Medium', types: () => [Film, Song] as const });

@ObjectType()
export class Label {
  @Field() text!: string;
  @Field(() => Int) size!: number;
}

@ObjectType({ implements: [Node, Changeable] })
@Directive('@key(fields: "id")')
export class Book extends Changeable implements Node {
  id!: string;
  @Field() title!: string;
  @Field(() => String, { nullable: true }) subtitle?: string;
  @Field(() => BookKind) kind!: BookKind;
  @Field(() => Int) pages!: number;
  @Field(() => Float) cents!: number;
  @Field(() => Float, { nullable: true }) weight?: number;
  @Field() published!: boolean;
  @Field(() => [String]) genres!: string[];
  @Field(() => Date) printedAt!: Date;
  @Field(() => CalendarDate, { nullable: true }) dueOn?: string;
  @Field(() => Cover, { nullable: true }) cover?: Cover;
  @Field(() => [Chapter]) chapters!: Chapter[];
  @Field(() => [Medium], { nullable: true }) media?: (typeof Medium)[];
  @Field(() => Int) titleLength!: number;
  @Field(() => String)
  price(@Arg('currency', () => String, { defaultValue: 'EUR' }) _currency: string): string {
    throw new Error('The reader answers it.');
  }
  @Field() old!: boolean;
  @Field(() => Date) reprintAt!: Date;
  @Field(() => Label) label!: Label;
  @Field(() => Author, { nullable: true }) author?: Ref<Author>;
  @Field(() => Publisher, { nullable: true }) publisher?: Ref<Publisher>;
  @Field(() => Book, { nullable: true }) sequel?: Ref<Book>;
  @Field(() => Review, { nullable: true }) bestReview?: Ref<Review>;
  @Field(() => ReviewConnection) reviews!: Connection<Review>;
  @Field(() => LoanConnection) loans!: Connection<Loan>;
}

@ObjectType({ implements: [Node, Changeable] })
@Directive('@key(fields: "id")')
export class Review extends Changeable implements Node {
  id!: string;
  @Field(() => Int) stars!: number;
  @Field() remark!: string;
  @Field(() => String, { nullable: true }) secret?: string;
  @Field(() => Book) book!: Ref<Book>;
  @Field(() => Node) subject!: Ref<Node>;
  @Field(() => Author, { nullable: true }) referent?: Ref<Author>;
}

@ObjectType({ implements: [Node] })
@Directive('@key(fields: "id")')
export class Loan implements Node {
  id!: string;
  @Field(() => CalendarDate) since!: string;
}

@ObjectType()
@Directive('@key(fields: "id")')
export class Publisher {
  @Field(() => ID) id!: string;
  @Field(() => [ID]) @Directive('@external') imprintIds!: string[];
  @Field(() => BookConnection, { nullable: true })
  @Directive('@requires(fields: "imprintIds")')
  books?: Connection<Book>;
  @Field(() => BookConnection, { nullable: true }) ownBooks?: Connection<Book>;
}

@ObjectType()
@Directive('@key(fields: "id", resolvable: false)')
export class Printer {
  @Field(() => ID) id!: string;
}

export const AuthorConnection = connectionOf('Author', () => Author);
export const BookConnection = connectionOf('Book', () => Book);
export const ReviewConnection = connectionOf('Review', () => Review);
export const LoanConnection = connectionOf('Loan', () => Loan);

export const Found = createUnionType({ name: 'Found', types: () => [Author, Book] as const });
export const FoundConnection = connectionOf<typeof Found>('Found', () => Found as never);
