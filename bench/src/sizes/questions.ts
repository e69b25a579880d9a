/** What a catalogue's search page asks: the first page, how many there are, and counts to narrow them down by. */
const search = `query Search($search: String) {
  solutions(search: $search, first: 20) {
    totalCount
    facets {
      kind { value count }
      deploymentTypes { value count }
      functions { value count }
      vendorId { value label count }
    }
    nodes { slug name vendor { name } }
  }
}`;

/** By how many of the demonstration's solutions they find. */
const texts: Readonly<Record<string, string | null>> = {
  'nothing like it': 'xyzzy',
  'one name': 'alvolde archief',
  'a typing error': 'burgerzakn',
  'a word of 2 %': 'archief',
  'a word of 10 %': 'software',
  'no search, all facets': null,
};

export interface SizedQuestion {
  readonly name: string;
  readonly body: string;
}

const bodyOf = (query: string, variables: object): string => JSON.stringify({ query, variables });

export const searches: readonly SizedQuestion[] = Object.entries(texts).map(([name, text]) => ({
  name,
  body: bodyOf(search, { search: text }),
}));

const page = `query Page($first: Int, $after: String) {
  solutions(first: $first, after: $after) {
    nodes { slug name vendor { name } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

export const pageAfter = (after: string | null, first: number): string => bodyOf(page, { first, after });
