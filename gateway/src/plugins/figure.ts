/** Fragments in fragments multiply to numbers of forty digits, which say no more than this one. */
const tellable = 1_000_000;

/** A count as a message tells it. */
export const figure = (count: number): string => (count > tellable ? 'more than 1,000,000' : String(count));
