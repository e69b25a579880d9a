import { Directive, Field, Float, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { everyone, nobody, readModel, ReadModel, sql, stubModel } from '../read/index.js';
import { buildSubgraph, connectionOf } from './index.js';
import { AuthorEntity, BookEntity, ReviewEntity } from '../../test/read-fixture/entities.js';

type Options = Partial<ReadModel<BookEntity>['options']>;

/** A schema with one type `Book`, whose class and read model are given. */
function build(type: new () => object, options: Options = {}, more: readonly unknown[] = []): () => void {
  @Resolver()
  class BookResolver {
    @Query(() => type, { nullable: true })
    book(): null {
      return null;
    }
  }
  const model = readModel(BookEntity, { visible: () => everyone, ...options });
  return () =>
    void buildSubgraph({ resolvers: [new BookResolver()], orphanedTypes: [], models: [model, ...more] as never });
}

const authorReads = (visible = everyone) => readModel(AuthorEntity, { visible: () => visible });

@ObjectType()
class Author {
  @Field() name!: string;
}

describe('the start is refused when', () => {
  it('a field comes from nowhere', () => {
    @ObjectType('Book')
    class Book {
      @Field() blurb!: string;
    }
    expect(build(Book)).toThrow('Book.blurb is neither a column, nor computed, nor a relation.');
  });

  it('a field comes from two places', () => {
    @ObjectType('Book')
    class Book {
      @Field() title!: string;
    }
    expect(build(Book, { computed: { title: ({ title }) => sql`upper(${title})` } })).toThrow(
      'Book.title comes from two places',
    );
  });

  it('a read model computes what the type does not publish', () => {
    @ObjectType('Book')
    class Book {
      @Field() title!: string;
    }
    expect(build(Book, { computed: { length: ({ title }) => sql`length(${title})` } })).toThrow(
      'Book has no field length',
    );
  });

  it('a column that may be null is published as never null', () => {
    @ObjectType('Book')
    class Book {
      @Field() subtitle!: string;
    }
    expect(build(Book)).toThrow('Book.subtitle may be null in the database');
  });

  it('a restricted column is published as never null', () => {
    @ObjectType('Book')
    class Book {
      @Field() title!: string;
    }
    expect(build(Book, { restricted: { title: (viewer) => viewer.isStaff } })).toThrow(
      'Book.title is null for who lacks the right',
    );
  });

  it.each([
    ['integer as text', 'pages', String],
    ['text as integer', 'title', Int],
    ['list as one value', 'genres', String],
    ['one value as list', 'title', [String]],
    ['moment as text', 'printedAt', String],
    ['boolean as a number', 'published', Float],
  ])('a column is published as another type: %s', (_name, property, published) => {
    @ObjectType('Book')
    class Book {}
    Field(() => published as never)(Book.prototype, property);
    expect(build(Book)).toThrow(`Book.${property}`);
  });

  it('a relation that may find nothing visible is published as never null', () => {
    @ObjectType('Book')
    class Book {
      @Field(() => Author) author!: object;
    }
    const hidden = authorReads(nobody);
    expect(build(Book, { one: { author: () => hidden.by('authorId') } }, [hidden])).toThrow(
      'Book.author may point to nothing',
    );
  });

  it('a relation by a column that may be null is published as never null', () => {
    @ObjectType('Book')
    class Book {
      @Field(() => Author) author!: object;
    }
    const authors = authorReads();
    expect(build(Book, { one: { author: () => authors.by('sequelId') } }, [authors])).toThrow(
      'Book.author may point to nothing',
    );
  });

  it('a list has no read model', () => {
    const ReviewConnection = connectionOf('Review', () => Author);
    @ObjectType('Book')
    class Book {
      @Field(() => ReviewConnection) reviews!: object;
    }
    const reviews = readModel(ReviewEntity, { visible: () => everyone });
    expect(build(Book, { many: { reviews: () => reviews.where('bookId') } }, [authorReads()])).toThrow(
      'ReviewConnection needs the read model of Review',
    );
  });

  it('a relation to another subgraph has no column', () => {
    const people = stubModel<{ readonly id: string }>('Author', { id: 'text' });
    @ObjectType('Book')
    class Book {
      @Field(() => Author, { nullable: true }) author?: object;
    }
    const one = { author: () => people.one<BookEntity>((person, book) => person.id.is(book.authorId)) };
    expect(build(Book, { one }, [])).toThrow('relate it by a column');
  });

  it('a field holds the key of an object that its owner may hide', () => {
    const people = stubModel<{ readonly id: string }>('Person', { id: 'text' });
    @ObjectType('Person')
    class Person {
      @Field(() => String) id!: string;
    }
    @ObjectType('Book')
    class Book {
      @Field(() => Person, { nullable: true }) author?: object;
    }
    expect(build(Book, { one: { author: () => people.by('authorId') } }, [people])).toThrow(
      'Book.author tells the key of a Person, which its owner may hide',
    );
  });

  it('a type that others point to by its key alone hides rows', () => {
    const organisations = new ReadModel<{ id: string }>(
      {
        name: 'Organisation',
        table: 'organisation',
        columns: readModel(BookEntity, { visible: () => everyone }).columns,
      },
      { visible: (viewer) => viewer.isSignedIn },
    );
    @ObjectType('Organisation')
    class Organisation {
      @Field() title!: string;
    }
    @ObjectType('Book')
    class Book {
      @Field() title!: string;
      @Field(() => Organisation, { nullable: true }) publisher?: object;
    }
    const one = { publisher: () => organisations.by('authorId') };
    expect(build(Book, { one }, [organisations])).toThrow(
      'Organisation is open (type-ids.ts), but its read model hides',
    );
  });

  it('an access directive stands where nothing enforces it', () => {
    @ObjectType('Book')
    class Book {
      @Field() @Directive('@authenticated') title!: string;
    }
    expect(build(Book)).toThrow('@authenticated on Book.title is not enforced here');
  });

  it('a key is not the id', () => {
    @ObjectType('Book')
    @Directive('@key(fields: "title")')
    class Book {
      @Field() title!: string;
    }
    expect(build(Book)).toThrow('Book has a key other than "id"');
  });

  it('a payload holds a list of entities', () => {
    @ObjectType('Book')
    class Book {
      @Field() title!: string;
    }
    @ObjectType()
    class Shelf {
      @Field(() => [Book]) books!: object[];
    }
    const models = [readModel(BookEntity, { visible: () => everyone })];
    @Resolver()
    class ShelfResolver {
      @Query(() => Shelf, { nullable: true })
      shelf(): null {
        return null;
      }
    }
    expect(() => buildSubgraph({ resolvers: [new ShelfResolver()], orphanedTypes: [], models })).toThrow(
      'Shelf.books is a list of entities',
    );
  });
});

describe('a read model is refused when', () => {
  const visible = () => everyone;

  it.each<[string, Options, string]>([
    ['a filter is on a restricted column', { filter: ['title'], restricted: { title: () => nobody } }, 'restricted'],
    ['an order is on a restricted column', { order: ['title'], restricted: { title: () => nobody } }, 'restricted'],
    ['a facet is on a restricted column', { facets: ['kind'], restricted: { kind: () => nobody } }, 'restricted'],
    ['a filter is on a column that is not there', { filter: ['colour' as never] }, 'no column colour'],
    ['a facet is on a column that is not there', { facets: ['colour' as never] }, 'no column colour'],
    ['a right is on a column that is not there', { restricted: { colour: () => nobody } as never }, 'no column colour'],
    ['an order is on a column that may be null', { order: ['dueOn'] }, 'may be null'],
    ['an order is on a list', { order: ['genres'] }, 'is a list'],
    ['a filter is on jsonb', { filter: ['cover'] }, 'jsonb'],
  ])('%s', (_name, options, sentence) => {
    expect(() => readModel(BookEntity, { visible, ...options })).toThrow(sentence);
  });
});
