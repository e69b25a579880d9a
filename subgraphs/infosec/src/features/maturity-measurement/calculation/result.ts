import { isMissing, type Answers } from './answers.js';
import { categoryCells } from './category.js';
import type { Departure } from './departures.js';
import { figureOf, mean, type Cell, type Figure } from './exact.js';
import { isKeyMeasure, type AssuranceLevel, type ControlFacts } from './facts.js';
import { failuresOf, type Failure } from './failures.js';
import { groupBy } from './groups.js';
import type { LevelRules } from './rules.js';
import { scoreCells } from './score-cells.js';

/** null: not known because a score is missing, or an error in the workbook. */
export interface Maturity {
  documentation: Figure | null;
  implementation: Figure | null;
  maturity: Figure | null;
}

export interface MaturityResult {
  method: 'WORKBOOK' | 'PUBLISHED';
  /** Framework, level, method and version of the numbers used. */
  rulesVersion: string;
  /** False while a control in scope lacks a score. */
  complete: boolean;
  subcategories: (Maturity & { id: string; category: string })[];
  categories: (Maturity & { id: string; function: string })[];
  /** Informative only: the mean of the function's category maturities. CyFun knows no function scores and no threshold uses them. */
  functions: { id: string; maturity: Figure | null }[];
  total: Figure | null;
  keyMeasures: { controlId: string; maturity: Figure | null }[];
  notApplicableCount: number;
  failures: Failure[];
  /** Key measures, categories and total alone, as the workbook colours them; rules for N/A are left aside. */
  passesOnNumbers: boolean;
  /** The verdict: complete, at or above every threshold, and within the rules for N/A. Same as no failures. */
  meetsThreshold: boolean;
}

export interface Assessment {
  method: MaturityResult['method'];
  rulesVersion: string;
  level: AssuranceLevel;
  rules: LevelRules;
  departures: readonly Departure[];
  /** Controls in scope of the level, in the order of the framework. */
  scope: readonly ControlFacts[];
  answers: Answers;
}

interface MaturityCells {
  documentation: Cell;
  implementation: Cell;
  maturity: Cell;
}

const figuresOf = (cells: MaturityCells): Maturity => ({
  documentation: figureOf(cells.documentation),
  implementation: figureOf(cells.implementation),
  maturity: figureOf(cells.maturity),
});

/** Every cell of the calculation, still exact. */
const cellsOf = ({ scope, answers, level, rules, departures }: Assessment) => {
  const scores = scoreCells(answers, rules.notApplicableCountsAs, departures);
  const categories = [...groupBy(scope, ({ category }) => category).values()].map((controls) =>
    categoryCells(controls, scores, departures),
  );
  const keyMeasures = scope
    .filter((control) => isKeyMeasure(control, level))
    .map(({ id }) => ({ controlId: id, maturity: scores.keyMeasure(id) }));
  return { categories, keyMeasures, total: mean(categories.map(({ maturity }) => maturity)) };
};

export const resultOf = (assessment: Assessment): MaturityResult => {
  const { scope, answers, method, rulesVersion } = assessment;
  const cells = cellsOf(assessment);
  const functions = groupBy(cells.categories, (category) => category.function);
  return {
    method,
    rulesVersion,
    complete: scope.every(({ id }) => !isMissing(answers.get(id))),
    subcategories: cells.categories.flatMap(({ id: category, subcategories }) =>
      subcategories.map((subcategory) => ({ id: subcategory.id, category, ...figuresOf(subcategory) })),
    ),
    categories: cells.categories.map((category) => ({
      id: category.id,
      function: category.function,
      ...figuresOf(category),
    })),
    functions: [...functions].map(([id, own]) => ({ id, maturity: figureOf(mean(own.map((c) => c.maturity))) })),
    total: figureOf(cells.total),
    keyMeasures: cells.keyMeasures.map(({ controlId, maturity }) => ({ controlId, maturity: figureOf(maturity) })),
    ...failuresOf({ ...assessment, ...cells }),
  };
};
