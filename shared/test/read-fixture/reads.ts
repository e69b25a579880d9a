import {
  allOf,
  anyOf,
  readable,
  type ReadModel,
  readModel,
  SearchModel,
  sql,
  stubModel,
} from '../../src/read/index.js';
import { AuthorEntity, BookEntity, LoanEntity, ReviewEntity } from './entities.js';

export const authorReads: ReadModel<AuthorEntity> = readModel(AuthorEntity, {
  visible: (viewer, row) => anyOf(row.active.is(true), viewer.isStaff),
  restricted: { email: (viewer) => viewer.isSignedIn },
  one: { mentor: () => authorReads.by('mentorId') },
  many: { books: () => bookReads.where('authorId'), pupils: () => authorReads.where('mentorId') },
  filter: ['name', 'bornOn', 'rating', 'active'],
  order: ['name', 'rating'],
  search: 'name',
});

export const bookReads: ReadModel<BookEntity> = readModel(BookEntity, {
  visible: (viewer, row) => anyOf(row.published.is(true), viewer.isStaff, row.ownerId.isAnyOf(viewer.organisations())),
  one: {
    author: () => authorReads.by('authorId'),
    publisher: () => publisherReads.by('publisherId'),
    sequel: () => bookReads.by('sequelId'),
    bestReview: () =>
      reviewReads.one<BookEntity>(
        (review, book) => review.bookId.is(book.id),
        [
          ['stars', 'DESC'],
          ['id', 'ASC'],
        ],
      ),
  },
  many: { reviews: () => reviewReads.where('bookId'), loans: () => loanReads.where('bookId') },
  computed: {
    titleLength: ({ title }) => sql`length(${title})`,
    price: ({ cents }, scope) => sql`(${scope.argument('currency', 'text')} || ' ' || ${cents}::text)`,
    old: ({ printedAt }, { now }) => sql`(${printedAt} < ${now} - interval '10 years')`,
    reprintAt: ({ printedAt }) => sql`(${printedAt} + interval '1 day')`,
    label: ({ title, pages }) => sql`jsonb_build_object('text', ${title}, 'size', ${pages})`,
  },
  filter: [
    'title',
    'subtitle',
    'kind',
    'pages',
    'cents',
    'weight',
    'printedAt',
    'dueOn',
    'published',
    'genres',
    'authorId',
  ],
  order: ['title', 'pages', 'cents', 'printedAt', 'published'],
  search: 'title',
  searchRestricted: (viewer) => viewer.isSignedIn,
  facets: ['genres', 'published', 'pages'],
});

/** Seen by who sees the book. */
export const reviewReads: ReadModel<ReviewEntity> = readModel(ReviewEntity, {
  visible: (viewer, row) => readable(viewer, bookReads, row.bookId),
  restricted: {
    secret: (viewer, row) => row.organisationId.isAnyOf(viewer.authorities('DPO')),
    referentId: (viewer, row) => anyOf(viewer.isStaff, row.organisationId.isAnyOf(viewer.authorities())),
  },
  one: {
    book: () => bookReads.by('bookId'),
    subject: () => bookReads.by('bookId'),
    referent: () => authorReads.by('referentId'),
  },
  filter: ['stars', 'remark'],
  order: ['stars', 'remark'],
});

export const loanReads: ReadModel<LoanEntity> = readModel(LoanEntity, {
  visible: (viewer, row) => allOf(viewer.isSignedIn, row.organisationId.isAnyOf(viewer.authorities())),
  order: ['since'],
  confidential: true,
});

interface PublisherKey {
  readonly id: string;
  readonly imprintIds: string[];
}

const publisherReads: ReadModel<PublisherKey> = stubModel<PublisherKey>(
  'Publisher',
  { id: 'text', imprintIds: 'text[]' },
  {
    many: {
      books: () =>
        bookReads.where<PublisherKey>((book, publisher) =>
          anyOf(book.publisherId.is(publisher.id), book.publisherId.isAnyOf(publisher.imprintIds)),
        ),
      ownBooks: () => bookReads.where('publisherId'),
    },
  },
);

export const printerReads = stubModel<{ readonly id: string }>('Printer', { id: 'text' });

/** Books and authors, searched at once. */
export const foundReads = new SearchModel('Found', { AUTHOR: authorReads, BOOK: bookReads });

export const fixtureModels = [authorReads, bookReads, reviewReads, loanReads, publisherReads, printerReads, foundReads];
