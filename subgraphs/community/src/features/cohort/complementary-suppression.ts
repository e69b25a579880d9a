/** What decides whether a group may be compared: groups of one family have no member in common. */
export interface Group {
  readonly family: string;
  readonly source: string;
  readonly organisationIds: ReadonlySet<string>;
}

/** Fewer authorities than this are never told about (domain: at least five distinct authorities). */
const fewest = 5;

/** A group with all groups of some other families that lie inside it, smallest first. */
interface Nest {
  readonly outer: Group;
  readonly inner: readonly Group[];
}

/**
 * The groups of which figures may be shown. Whoever knows the figures of a group and of others inside it knows something
 * of the rest: with one to four authorities in it, too much. The larger group stays; of those inside it the smallest go,
 * until the rest is large enough or nothing is left. Whether the larger one is shown itself does not matter: so the
 * outcome depends on who belongs where, not on the order of the groups.
 */
export function comparableGroups(groups: readonly Group[]): ReadonlySet<Group> {
  const shown = new Set(
    groups.filter((group) => !groups.some((other) => isAround(other, group) && isFew(other, [group]))),
  );
  const all = nestsOf(groups);
  // What goes for one nest widens the gap in others, which may have been closed: until nothing changes.
  for (let size = Infinity; shown.size < size;) {
    size = shown.size;
    for (const nest of all) closeGap(nest, shown);
  }
  return shown;
}

function closeGap({ outer, inner }: Nest, shown: Set<Group>): void {
  let parts = inner.filter((group) => shown.has(group));
  while (parts.length > 0 && isFew(outer, parts)) {
    // A group that lies inside another part leaves the rest as it is.
    const leaving = parts.find((part) => restOf(outer, without(parts, part)) > restOf(outer, parts)) ?? parts[0]!;
    shown.delete(leaving);
    parts = without(parts, leaving);
  }
}

/** For each group and each choice of other families. */
function nestsOf(groups: readonly Group[]): Nest[] {
  const bySize = groups
    // What is too small to be shown cannot be subtracted: it belongs to the rest.
    .filter(({ organisationIds }) => organisationIds.size >= fewest)
    .toSorted((a, b) => a.organisationIds.size - b.organisationIds.size || (a.source < b.source ? -1 : 1));
  return groups.flatMap((outer) => {
    const inside = bySize.filter((inner) => isAround(outer, inner));
    const families = [...new Set(inside.map(({ family }) => family))];
    return choices(families).map((chosen) => ({
      outer,
      inner: inside.filter(({ family }) => chosen.includes(family)),
    }));
  });
}

/** Every choice of one or more. */
function choices([first, ...others]: readonly string[]): string[][] {
  if (first === undefined) return [];
  const further = choices(others);
  return [[first], ...further, ...further.map((some) => [first, ...some])];
}

const isAround = (outer: Group, inner: Group): boolean =>
  outer.organisationIds.size > inner.organisationIds.size &&
  [...inner.organisationIds].every((id) => outer.organisationIds.has(id));

const restOf = ({ organisationIds }: Group, parts: readonly Group[]): number =>
  organisationIds.size - new Set(parts.flatMap((part) => [...part.organisationIds])).size;

function isFew(outer: Group, parts: readonly Group[]): boolean {
  const rest = restOf(outer, parts);
  return rest > 0 && rest < fewest;
}

const without = (parts: readonly Group[], one: Group): Group[] => parts.filter((part) => part !== one);
