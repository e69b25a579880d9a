import type { Viewer } from '@lokaal/shared/auth';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import type { Row } from '../given.js';
import { NamedRows } from './named-rows.js';
import type { ViewerName } from './viewers.js';
import { addApiKeys } from './world-api-keys.js';
import { addCircles } from './world-circles.js';
import { addCollaboration } from './world-collaboration.js';
import { addEvents } from './world-events.js';
import { addKnowledge } from './world-knowledge.js';
import { addMemberships } from './world-memberships.js';
import { addPeople } from './world-people.js';
import { addRegistrations } from './world-registrations.js';

/** Rows by the name that the matrix gives them, and who looks. */
export interface World {
  readonly viewers: Readonly<Record<ViewerName, Viewer>>;
  readonly rows: Readonly<Record<string, Row>>;
}

/** One of everything: what is the owner's, what is of somebody who agreed to be in the directory, and of somebody who did not. */
export async function buildWorld(on: TestSubgraph): Promise<World> {
  const world = new NamedRows(on);
  const people = await addPeople(world);
  await addApiKeys(world, people);
  await addCircles(world, people);
  await addKnowledge(world, people);
  await addCollaboration(world, people);
  await addMemberships(world, people);
  await addEvents(world, people);
  await addRegistrations(world, people);
  return { viewers: people.viewers, rows: world.rows };
}
