import type { EntityManager } from 'typeorm';
import { ControlEntity } from '../framework/framework.entity.js';
import type { AssuranceLevel, ControlFacts } from './calculation/calculation.js';

/** A control, and what the calculation must know of it; the calculation calls a control by its code. */
export interface KnownControl {
  readonly id: string;
  readonly facts: ControlFacts;
}

/** All controls of a framework, in its order. */
export async function controlsOf(tx: EntityManager, frameworkId: string): Promise<KnownControl[]> {
  const controls = await tx.find(ControlEntity, { where: { frameworkId }, order: { position: 'ASC' } });
  return controls.map((control) => ({ id: control.id, facts: factsOf(control) }));
}

const factsOf = (control: ControlEntity): ControlFacts => ({
  id: control.code,
  function: control.function,
  category: control.category,
  subcategory: control.subcategory,
  firstLevel: control.firstLevel,
  keyMeasureFrom: lowest(control.keyMeasureLevels),
  notApplicableExcludedFrom: lowest(control.notApplicableExcludedLevels),
});

/** A table names every level at which something holds; it holds from the lowest one up. */
const lowest = (levels: readonly AssuranceLevel[]): AssuranceLevel | null =>
  (['BASIC', 'IMPORTANT', 'ESSENTIAL'] as const).find((level) => levels.includes(level)) ?? null;
