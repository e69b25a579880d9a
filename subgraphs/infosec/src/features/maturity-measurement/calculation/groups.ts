import type { Departure } from './departures.js';
import type { ControlFacts, Dimension } from './facts.js';

/** Controls that are averaged together and then count once in their category; a subcategory, unless a workbook departs. */
export interface Group {
  members: readonly ControlFacts[];
  leftOutOf: readonly Dimension[];
}

const groupKey = (control: ControlFacts, departures: readonly Departure[]): string => {
  for (const departure of departures) {
    if (departure.kind === 'COUNTED_PER_CONTROL' && departure.subcategory === control.subcategory) return control.id;
    if (departure.kind === 'AVERAGED_AS_ONE' && departure.subcategories.includes(control.subcategory))
      return departure.subcategories.join('+');
  }
  return control.subcategory;
};

const leftOutOf = (subcategory: string, departures: readonly Departure[]): Dimension[] =>
  departures.flatMap((departure) =>
    departure.kind === 'LEFT_OUT' && departure.subcategory === subcategory ? [departure.dimension] : [],
  );

/** Keeps the order in which keys are first met, so results come in the order of the framework. */
export const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const own = key(item);
    const group = groups.get(own);
    if (group) group.push(item);
    else groups.set(own, [item]);
  }
  return groups;
};

export const groupsOf = (controls: readonly ControlFacts[], departures: readonly Departure[]): Group[] =>
  [...groupBy(controls, (control) => groupKey(control, departures)).values()].map((members) => ({
    members,
    leftOutOf: leftOutOf(members[0]?.subcategory ?? '', departures),
  }));
