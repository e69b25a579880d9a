import { Length, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { notFound, rateLimited } from '../../src/errors/index.js';
import { type Context, IfSent, Node, Payload, type Ref } from '../../src/graphql/index.js';
import { authorReads, bookReads, foundReads, loanReads, reviewReads } from './reads.js';
import {
  Author,
  AuthorConnection,
  Book,
  BookConnection,
  FoundConnection,
  LoanConnection,
  ReviewConnection,
} from './types.js';

@InputType()
class NoteInput {
  @Field() @Length(1, 5) text!: string;
}

@InputType()
export class TouchBookInput {
  @Field(() => ID) id!: string;
  @Field({ nullable: true }) @IfSent() @Length(2, 10) title?: string;
  @Field(() => [NoteInput], { defaultValue: [] }) @ValidateNested() notes!: NoteInput[];
}

@ObjectType()
class TouchBookPayload extends Payload {
  @Field(() => Book, { nullable: true }) book?: Ref<Book>;
}

@Resolver()
export class FixtureResolver {
  @Query(() => BookConnection, { nullable: true })
  books(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(bookReads, info);
  }

  @Query(() => BookConnection, { nullable: true })
  thickBooks(@Arg('pages', () => Int) _pages: number, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(bookReads, info, (_viewer, row, scope) => row.pages.is(scope.argument('pages', 'integer')));
  }

  @Query(() => BookConnection, { nullable: true })
  booksOfKind(@Arg('kind', () => String) kind: string, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(bookReads, info, (_viewer, row) => row.kind.is(kind));
  }

  @Query(() => Book, { nullable: true })
  book(@Arg('id', () => ID) id: string, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.one(bookReads, { id }, info);
  }

  @Query(() => Author, { nullable: true })
  firstAuthor(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.first(authorReads, (_viewer, row) => row.name.is('nobody'), info);
  }

  @Query(() => AuthorConnection, { nullable: true })
  authors(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(authorReads, info);
  }

  @Query(() => FoundConnection, { nullable: true })
  search(
    @Arg('text', () => String) _text: string,
    @Arg('types', () => [String], { nullable: true }) _types: string[] | undefined,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.search(foundReads, info);
  }

  @Query(() => ReviewConnection, { nullable: true })
  reviews(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(reviewReads, info);
  }

  @Query(() => LoanConnection, { nullable: true })
  @Directive('@authenticated')
  loans(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(loanReads, info);
  }

  @Query(() => Node, { nullable: true })
  async node(@Arg('id', () => ID) id: string, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    const [found] = await reader.references(bookReads as never, [{ id }], info);
    return found;
  }

  @Query(() => String, { nullable: true })
  failing(@Arg('how', () => String) how: string): string {
    if (how === 'refused') throw notFound('The book', ['id']);
    if (how === 'often') throw rateLimited('Read slower.', 1001);
    // what has words comes without a code, as from the pool of connections
    throw how.includes(' ') ? new Error(how) : Object.assign(new Error(`secret cause ${how}`), { code: how });
  }

  @Query(() => Int, { nullable: true })
  counted(@Arg('input') input: TouchBookInput): number {
    return input.notes.length;
  }

  @Mutation(() => TouchBookPayload)
  touchBook(@Arg('input') { id }: TouchBookInput) {
    if (id === 'absent') throw notFound('The book', ['id']);
    if (id === 'bug') throw new Error('secret cause');
    return { book: id };
  }
}
