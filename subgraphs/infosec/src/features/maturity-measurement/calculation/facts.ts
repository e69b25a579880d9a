/** Assurance levels, each of which includes the ones before it. */
export const LEVELS = ['BASIC', 'IMPORTANT', 'ESSENTIAL'] as const;
export type AssuranceLevel = (typeof LEVELS)[number];

export type CyFunVersion = '2023' | '2025';

export const DIMENSIONS = ['documentation', 'implementation'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What the calculation must know of a control; one row of reference/controls.csv. */
export interface ControlFacts {
  id: string;
  function: string;
  category: string;
  subcategory: string;
  firstLevel: AssuranceLevel;
  keyMeasureFrom: AssuranceLevel | null;
  notApplicableExcludedFrom: AssuranceLevel | null;
}

export const reaches = (level: AssuranceLevel, from: AssuranceLevel | null): boolean =>
  from !== null && LEVELS.indexOf(level) >= LEVELS.indexOf(from);

export const inScope = (controls: readonly ControlFacts[], level: AssuranceLevel): ControlFacts[] =>
  controls.filter((control) => reaches(level, control.firstLevel));

export const isKeyMeasure = (control: ControlFacts, level: AssuranceLevel): boolean =>
  reaches(level, control.keyMeasureFrom);

export type ExclusionReason = 'KEY_MEASURE' | 'MANAGEMENT_ASPECT';

/** Why "not applicable" may not stand on this control at this level, or null when it may. */
export const exclusionOf = (control: ControlFacts, level: AssuranceLevel): ExclusionReason | null => {
  if (!reaches(level, control.notApplicableExcludedFrom)) return null;
  return isKeyMeasure(control, level) ? 'KEY_MEASURE' : 'MANAGEMENT_ASPECT';
};
