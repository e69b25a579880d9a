import { badInput } from '@lokaal/shared/errors';
import { type AssuranceLevel, CYFUN_RULES, type ScoreCheck } from './calculation/calculation.js';
import { exclusionOf, reaches } from './calculation/facts.js';
import type { KnownControl } from './control-facts.js';
import type { ControlScoreInput } from './maturity-measurement.input.js';

interface Scope {
  readonly level: AssuranceLevel;
  readonly controls: readonly KnownControl[];
}

/** Throws BAD_USER_INPUT for the first score that cannot stand, with its place in the input. */
export function refuseBadScores({ level, controls }: Scope, scores: readonly ControlScoreInput[]): void {
  const known = new Map(controls.map((control) => [control.id, control]));
  const seen = new Set<string>();
  scores.forEach((score, index) => {
    const refuse = (field: string, sentence: string) => badInput(sentence, ['scores', String(index), field]);
    const facts = known.get(score.controlId)?.facts;
    if (!facts) throw refuse('controlId', 'This is no control of the measurement’s framework.');
    if (!reaches(level, facts.firstLevel))
      throw refuse('controlId', `${facts.id} begins above level ${level}, so it is not scored here.`);
    if (seen.has(score.controlId)) throw refuse('controlId', `${facts.id} is scored twice.`);
    seen.add(score.controlId);
    if (!score.notApplicable) {
      if (score.reason != null) throw refuse('reason', 'A reason belongs to a control that is not applicable.');
      return;
    }
    if (exclusionOf(facts, level)) throw refuse('notApplicable', `${facts.id} may not be left out at level ${level}.`);
    if (score.reason == null) throw refuse('reason', `Say why ${facts.id} is not applicable.`);
    if (score.documentation != null && score.implementation != null)
      throw refuse('notApplicable', `${facts.id} has both scores: it is applicable, or leave them out.`);
  });
}

/** Controls that a sentence names; more would only be a list. */
const named = 5;

const some = (codes: readonly string[]): string =>
  codes.length <= named ? codes.join(', ') : `${codes.slice(0, named).join(', ')} and ${codes.length - named} more`;

/** Throws BAD_USER_INPUT when a measurement cannot be submitted with these scores: not complete, or too much left out. */
export function refuseUnacceptable({ missing, notApplicable, acceptable }: ScoreCheck, level: AssuranceLevel): void {
  if (acceptable) return;
  if (missing.length > 0) throw badInput(`Score these controls first: ${some(missing)}.`, ['id']);
  if (notApplicable.overLimit)
    throw badInput(
      `At level ${level} at most ${CYFUN_RULES.levels[level].notApplicableLimit} controls may be not applicable; ${notApplicable.count} are.`,
      ['id'],
    );
  throw badInput('Some scores cannot stand; score these controls again.', ['id']);
}
