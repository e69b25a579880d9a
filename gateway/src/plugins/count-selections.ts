import { Kind, type SelectionNode, type SelectionSetNode, type ValidationContext } from 'graphql';

export type Count = (selectionSet: SelectionSetNode) => number;
/** What a selection counts, given how to count what it holds. */
export type CountRule = (selection: Exclude<SelectionNode, { kind: Kind.FRAGMENT_SPREAD }>, below: Count) => number;

/**
 * Each fragment is counted once, so that fragments in fragments multiply the number but not the work. Where it is written
 * counts `ofSpread` beside what it holds.
 */
export function createCount(context: ValidationContext, rule: CountRule, ofSpread = 0): Count {
  const fragments = new Map<string, number>();
  const count: Count = ({ selections }) =>
    selections.reduce(
      (sum, one) =>
        sum + (one.kind === Kind.FRAGMENT_SPREAD ? ofSpread + countFragment(one.name.value) : rule(one, count)),
      0,
    );
  const countFragment = (name: string): number => {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    // Also ends a cycle, which another rule reports.
    fragments.set(name, 0);
    const fragment = context.getFragment(name);
    const number = fragment ? count(fragment.selectionSet) : 0;
    fragments.set(name, number);
    return number;
  };
  return count;
}
