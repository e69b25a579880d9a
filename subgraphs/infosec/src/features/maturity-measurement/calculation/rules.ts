import type { AssuranceLevel } from './facts.js';

/** Numbers are exact: an integer or a fraction as text, never a double. */
export interface LevelRules {
  keyMeasureThreshold: string;
  /** null: this level has no threshold per category. */
  categoryThreshold: string | null;
  totalThreshold: string;
  notApplicableLimit: number;
  notApplicableCountsAs: string;
}

export interface CyFunRules {
  /** Named in every result; change it with every change of a number. */
  version: string;
  levels: Readonly<Record<AssuranceLevel, LevelRules>>;
}

/**
 * Essential: Centre for Cybersecurity Belgium (CCB), CyFun 2025 self-assessment workbook ESSENTIAL v3.1 (25 February 2026),
 * sheet Introduction (7) and Maturity Levels F1:G4.
 * Basic and Important: second-hand, from public projects that read the CCB's tools of those levels (v2026_02_20); not checked
 * against the files themselves, so they stand here to be changed. CyFun 2023 has the same thresholds per level.
 */
export const CYFUN_RULES: CyFunRules = {
  version: '1',
  levels: {
    BASIC: {
      keyMeasureThreshold: '5/2',
      categoryThreshold: null,
      totalThreshold: '5/2',
      notApplicableLimit: 1,
      notApplicableCountsAs: '5/2',
    },
    IMPORTANT: {
      keyMeasureThreshold: '3',
      categoryThreshold: null,
      totalThreshold: '3',
      notApplicableLimit: 3,
      notApplicableCountsAs: '3',
    },
    ESSENTIAL: {
      keyMeasureThreshold: '3',
      categoryThreshold: '3',
      totalThreshold: '7/2',
      notApplicableLimit: 5,
      notApplicableCountsAs: '3',
    },
  },
};
