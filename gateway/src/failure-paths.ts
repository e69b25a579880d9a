type Step = string | number;
type Path = readonly Step[];

/** Apollo's sign for "each element of the list" in the path of a fetch. */
const each = '@';
/** A failed fetch can leave hundreds of fields empty; this many of them get an error of their own. */
const mostPaths = 100;

/**
 * The places in an answer that a failed fetch left empty. The fetch knows only `organisations.@.label`;
 * the answer knows which elements there are and which of them stayed null.
 */
export function emptyPlaces(path: Path, data: unknown): Path[] {
  if (!path.includes(each)) return [path];
  const found: Search = { empty: [], cut: [] };
  walk({ value: data, place: [], rest: path }, found);
  if (found.empty.length > 0) return found.empty;
  // The field may not be null, so its null went up to a parent: that one is what the client sees.
  const [parent] = found.cut;
  return [parent && parent.length > 0 ? parent : path.slice(0, path.indexOf(each))];
}

interface Search {
  readonly empty: Path[];
  readonly cut: Path[];
}

function walk({ value, place, rest }: { value: unknown; place: Path; rest: Path }, found: Search): void {
  if (found.empty.length >= mostPaths) return;
  const [step, ...after] = rest;
  if (step === undefined) {
    if (value === null) found.empty.push(place);
  } else if (value === null) {
    found.cut.push(place);
  } else if (Array.isArray(value)) {
    const remaining = step === each ? after : rest;
    value.forEach((item, index) => walk({ value: item, place: [...place, index], rest: remaining }, found));
  } else if (typeof value === 'object' && Object.hasOwn(value, step)) {
    walk({ value: (value as Record<Step, unknown>)[step], place: [...place, step], rest: after }, found);
  }
}
