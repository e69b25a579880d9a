import type { GraphQLError } from 'graphql';

type Step = string | number;
type Path = readonly Step[];

/** Apollo's sign for "each element of the list" in the path of a fetch. */
const each = '@';
/** A failed fetch can leave hundreds of fields empty; this many of them get an error of their own. */
const mostPaths = 100;

/** Which nulls of an answer stand for a field inside them that may not be null; the others were null from the start. */
type IsRaised = (place: Path) => boolean;

/** `problems` are the places where the answer had a null that the schema forbids. */
export function raisedNulls(problems: readonly GraphQLError[], data: unknown): IsRaised {
  const raised = new Set(problems.map(({ path = [] }) => JSON.stringify(firstNull(path, data))));
  return (place) => raised.has(JSON.stringify(place));
}

function firstNull(path: Path, data: unknown): Path | undefined {
  let value = data;
  const depth = path.findIndex((step) => {
    value = (value as Record<Step, unknown> | null | undefined)?.[step];
    return value === null;
  });
  return depth < 0 ? undefined : path.slice(0, depth + 1);
}

/**
 * The places in an answer that a failed fetch left empty. The fetch knows only `organisations.@.label`; the answer knows
 * which elements there are and which of them stayed null, or made a parent null: that one is what the client sees.
 */
export function emptyPlaces(path: Path, data: unknown, isRaised: IsRaised): Path[] {
  const end = path.indexOf(each);
  if (end < 0) return [path];
  const empty: Path[] = [];
  walk({ value: data, place: [], rest: path }, { empty, isRaised });
  return empty.length > 0 ? empty : [path.slice(0, end)];
}

interface Search {
  readonly empty: Path[];
  readonly isRaised: IsRaised;
}

function walk({ value, place, rest }: { value: unknown; place: Path; rest: Path }, search: Search): void {
  if (search.empty.length >= mostPaths) return;
  const [step, ...after] = rest;
  if (value === null) {
    if (step === undefined || search.isRaised(place)) search.empty.push(place);
  } else if (step !== undefined && Array.isArray(value)) {
    const remaining = step === each ? after : rest;
    value.forEach((item, index) => walk({ value: item, place: [...place, index], rest: remaining }, search));
  } else if (step !== undefined && typeof value === 'object' && Object.hasOwn(value, step)) {
    walk({ value: (value as Record<Step, unknown>)[step], place: [...place, step], rest: after }, search);
  }
}
