import type { AssuranceLevel, CyFunVersion, Dimension } from './facts.js';

/** One place where the formulas of an official workbook depart from the published method. `why` is shown to the user. */
export type Departure =
  | { kind: 'LEFT_OUT'; category: string; subcategory: string; dimension: Dimension; cells: string; why: string }
  | { kind: 'AVERAGED_AS_ONE'; category: string; subcategories: readonly string[]; cells: string; why: string }
  | { kind: 'COUNTED_PER_CONTROL'; category: string; subcategory: string; cells: string; why: string }
  | {
      kind: 'NOT_APPLICABLE_KEPT';
      category: string;
      controls: readonly string[];
      dimensions: readonly Dimension[];
      cells: string;
      why: string;
    }
  | { kind: 'KEY_MEASURES_READ_DIRECTLY'; cells: string; why: string };

export interface Workbook {
  version: string;
  departures: readonly Departure[];
}

interface KeptCells {
  category: string;
  controls: readonly string[];
  dimensions: readonly Dimension[];
  cells: string;
}

const kept = (where: KeptCells): Departure => {
  const only = where.dimensions.length === 1 ? ` for ${where.dimensions.join()}` : '';
  const why =
    `The workbook (${where.cells}) does not replace N/A on ${where.controls.join(', ')} by the fixed score${only}: ` +
    'the mean skips it, and a score in the other dimension stays.';
  return { kind: 'NOT_APPLICABLE_KEPT', ...where, why };
};

const BOTH: readonly Dimension[] = ['documentation', 'implementation'];

/** Read from the formulas of the workbook ESSENTIAL v3.1 of 25 February 2026, and confirmed by recalculating it. */
const ESSENTIAL_2025: readonly Departure[] = [
  {
    kind: 'LEFT_OUT',
    category: 'PR.AA',
    subcategory: 'PR.AA-06',
    dimension: 'implementation',
    cells: 'PROTECT!L3',
    why: 'The workbook (PROTECT!L3) leaves PR.AA-06 out of the implementation score of PR.AA.',
  },
  {
    kind: 'AVERAGED_AS_ONE',
    category: 'PR.IR',
    subcategories: ['PR.IR-03', 'PR.IR-04'],
    cells: 'PROTECT!I80:J80',
    why: 'The workbook (PROTECT!I80:J80) averages PR.IR-03 and PR.IR-04 as one subcategory.',
  },
  {
    kind: 'COUNTED_PER_CONTROL',
    category: 'RC.CO',
    subcategory: 'RC.CO-04',
    cells: 'RECOVER!I8:J10',
    why: 'The workbook (RECOVER!I8:J10) counts each of the three controls of RC.CO-04 as a subcategory.',
  },
  // Without effect on the category, which has nothing else; it does show in the two subcategories.
  {
    kind: 'AVERAGED_AS_ONE',
    category: 'GV.OV',
    subcategories: ['GV.OV-02', 'GV.OV-03'],
    cells: 'GOVERN!I27:J27',
    why: 'The workbook (GOVERN!I27:J27) averages GV.OV-02 and GV.OV-03 as one subcategory.',
  },
  kept({ category: 'GV.RM', controls: ['GV.RM-01.1', 'GV.RM-02.1'], dimensions: BOTH, cells: 'GOVERN!I12:J13' }),
  kept({ category: 'GV.SC', controls: ['GV.SC-01.1'], dimensions: BOTH, cells: 'GOVERN!I29:J29' }),
  kept({ category: 'ID.RA', controls: ['ID.RA-06.1'], dimensions: BOTH, cells: 'IDENTIFY!I43:J43' }),
  {
    kind: 'KEY_MEASURES_READ_DIRECTLY',
    cells: 'ESSENTIAL Summary!O30:AE42',
    why: 'The workbook (ESSENTIAL Summary) reads a key measure straight from its two score cells, without replacing N/A by the fixed score.',
  },
];

/** Second-hand, as reported of the workbook IMPORTANT v2026_02_20; its rows follow the controls in scope at that level. */
const IMPORTANT_2025: readonly Departure[] = [
  {
    kind: 'AVERAGED_AS_ONE',
    category: 'PR.IR',
    subcategories: ['PR.IR-02', 'PR.IR-04'],
    cells: 'PROTECT, PR.IR-02.1 and PR.IR-04.1',
    why: 'The workbook averages PR.IR-02 and PR.IR-04 as one subcategory.',
  },
  kept({ category: 'GV.RR', controls: ['GV.RR-02.1'], dimensions: BOTH, cells: 'GOVERN!I15:J15' }),
  kept({
    category: 'RC.RP',
    controls: ['RC.RP-05.1', 'RC.RP-06.1'],
    dimensions: ['implementation'],
    cells: 'RECOVER!J4:J5',
  }),
  kept({
    category: 'RC.CO',
    controls: ['RC.CO-03.1', 'RC.CO-04.1'],
    dimensions: ['implementation'],
    cells: 'RECOVER!J6:J7',
  }),
];

/** The workbooks of 2023 were not read: that version has the published method only. */
export const WORKBOOKS: Readonly<Record<CyFunVersion, Readonly<Record<AssuranceLevel, Workbook>> | null>> = {
  '2023': null,
  '2025': {
    BASIC: { version: 'v2026_02_20', departures: [] },
    IMPORTANT: { version: 'v2026_02_20', departures: IMPORTANT_2025 },
    ESSENTIAL: { version: 'v3.1', departures: ESSENTIAL_2025 },
  },
};
