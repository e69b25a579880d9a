import type { Departure } from './departures.js';
import { mean, type Cell } from './exact.js';
import type { ControlFacts, Dimension } from './facts.js';
import { groupBy, groupsOf, type Group } from './groups.js';
import type { ScoreCells } from './score-cells.js';

type GroupCells = Group & Record<Dimension, Cell>;

const bothDimensions = (inDimension: (dimension: Dimension) => Cell) => {
  const documentation = inDimension('documentation');
  const implementation = inDimension('implementation');
  return { documentation, implementation, maturity: mean([documentation, implementation]) };
};

/** A cell with one control refers to it, so text stays text; a mean of only text is an error. */
const groupCell = (members: Group['members'], dimension: Dimension, scores: ScoreCells): Cell => {
  const [first, ...others] = members.map(({ id }) => scores.score(id, dimension));
  if (first === undefined) return 'ERROR';
  return others.length === 0 ? first : mean([first, ...others]);
};

/** Where the workbook groups otherwise, a subcategory shows the mean of the cells that its controls are in. */
const subcategoryCells = (id: string, groups: readonly GroupCells[]) => {
  const own = groups.filter(({ members }) => members.some(({ subcategory }) => subcategory === id));
  return { id, ...bothDimensions((dimension) => mean(own.map((group) => group[dimension]))) };
};

/** Steps 2 to 4 of the method, for the controls of one category. */
export const categoryCells = (
  controls: readonly ControlFacts[],
  scores: ScoreCells,
  departures: readonly Departure[],
) => {
  const groups = groupsOf(controls, departures).map(({ members, leftOutOf }): GroupCells => ({
    members,
    leftOutOf,
    documentation: groupCell(members, 'documentation', scores),
    implementation: groupCell(members, 'implementation', scores),
  }));
  const counted = (dimension: Dimension) => groups.filter(({ leftOutOf }) => !leftOutOf.includes(dimension));
  const subcategories = groupBy(controls, ({ subcategory }) => subcategory);
  return {
    id: controls[0]?.category ?? '',
    function: controls[0]?.function ?? '',
    ...bothDimensions((dimension) => mean(counted(dimension).map((group) => group[dimension]))),
    subcategories: [...subcategories.keys()].map((id) => subcategoryCells(id, groups)),
  };
};
