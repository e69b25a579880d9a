import type { Contender } from './contender.js';
import { graph } from './graph.js';
import { handwritten } from './handwritten.js';

export { connectionsOfPool } from './contender.js';
export { graph } from './graph.js';
export type { Contender, Place, RunningContender } from './contender.js';

/** The first one is ours, the second one the floor against which the ratio is taken. */
export const contenders: readonly Contender[] = [graph, handwritten];
