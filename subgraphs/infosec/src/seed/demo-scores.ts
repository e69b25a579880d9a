import { demoSeed, dice, type Dice } from '@lokaal/shared/demo';
import type { ControlAnswer } from '../features/maturity-measurement/calculation/calculation.js';
import {
  exclusionOf,
  inScope,
  isKeyMeasure,
  type AssuranceLevel,
  type ControlFacts,
} from '../features/maturity-measurement/calculation/facts.js';
import { CYFUN_RULES } from '../features/maturity-measurement/calculation/rules.js';
import type { PlannedMeasurement } from './demo-plan.js';

export interface DemoScore extends ControlAnswer {
  readonly reason: string | null;
  readonly note: string | null;
}

const reasons = [
  'Het bestuur ontwikkelt zelf geen software.',
  'Er zijn geen industriële besturingssystemen.',
  'Wordt volledig door de intercommunale uitgevoerd.',
  'Het bestuur heeft geen eigen datacenter.',
];
const notes = [
  'Beleid goedgekeurd door het college.',
  'Procedure bestaat, nog niet overal toegepast.',
  'Wordt opgenomen in het veiligheidsplan.',
  'Bewijs zit in het dossier bij de CISO.',
  'Jaarlijks te herbekijken met de leverancier.',
  'Afgestemd met de DPO.',
];

const score = (value: number): number => Math.min(5, Math.max(1, Math.round(value)));

/** An authority is better at some things than at others, year after year: an offset per subcategory. */
function strengthsOf(key: string, controls: readonly ControlFacts[]): (control: ControlFacts) => number {
  const by = dice(demoSeed, 'strengths', key);
  const offsets = new Map<string, number>();
  for (const { subcategory } of controls) {
    if (!offsets.has(subcategory)) offsets.set(subcategory, by.next() * 1.8 - 0.9);
  }
  return ({ subcategory }) => offsets.get(subcategory) ?? 0;
}

/** Nothing below what the level asks of it: key measures at each level, everything at the highest. */
const leastVerified = (control: ControlFacts, level: AssuranceLevel): number =>
  level === 'ESSENTIAL' || isKeyMeasure(control, level) ? 3 : 1;

function notApplicableIn(scope: readonly ControlFacts[], level: AssuranceLevel, by: Dice): ReadonlySet<string> {
  if (!by.chance(0.18)) return new Set();
  const allowed = scope.filter((control) => exclusionOf(control, level) === null);
  return new Set(by.some(allowed, by.between(1, CYFUN_RULES.levels[level].notApplicableLimit)).map(({ id }) => id));
}

/** Scores of all controls in scope; of an open measurement about two thirds of them so far. */
export function demoScores(planned: PlannedMeasurement, controls: readonly ControlFacts[]): DemoScore[] {
  const { id, authority, level, kind, state, maturity } = planned;
  const by = dice(demoSeed, 'scores', id);
  const scope = inScope(controls, level);
  const strength = strengthsOf(authority.key, controls);
  const excluded = notApplicableIn(scope, level, by);
  const answered = state === 'OPEN' ? scope.slice(0, Math.round(scope.length * (0.4 + by.next() * 0.5))) : scope;
  return answered.map((control): DemoScore => {
    const note = by.chance(0.04) ? by.pick(notes) : null;
    if (excluded.has(control.id)) return { ...blank(control), notApplicable: true, reason: by.pick(reasons), note };
    const least = kind === 'VERIFIED' ? leastVerified(control, level) : 1;
    const expected = maturity + strength(control);
    return {
      ...blank(control),
      documentation: Math.max(least, score(expected - 0.15 + by.next() - 0.5)),
      implementation: Math.max(least, score(expected + 0.15 + by.next() - 0.5)),
      note,
    };
  });
}

const blank = ({ id }: ControlFacts): DemoScore => ({
  controlId: id,
  documentation: null,
  implementation: null,
  notApplicable: false,
  reason: null,
  note: null,
});
