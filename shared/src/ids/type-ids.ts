import { TypeID } from 'typeid-js';

/** Prefix of each entity's TypeID -> its GraphQL type and the subgraph that owns it. `node(id)` reads it. */
export const entityTypes = {
  person: { type: 'Person', owner: 'community' },
  organisation: { type: 'Organisation', owner: 'community' },
  municipality: { type: 'Municipality', owner: 'community' },
  employment: { type: 'Employment', owner: 'community' },
  circle: { type: 'KnowledgeCircle', owner: 'community' },
  circlemember: { type: 'CircleMembership', owner: 'community' },
  cohort: { type: 'Cohort', owner: 'community' },
  vendor: { type: 'Vendor', owner: 'catalogue' },
  solution: { type: 'Solution', owner: 'catalogue' },
  solutionversion: { type: 'SolutionVersion', owner: 'catalogue' },
  standard: { type: 'Standard', owner: 'catalogue' },
  standardsupport: { type: 'StandardSupport', owner: 'catalogue' },
  portfolioitem: { type: 'PortfolioItem', owner: 'catalogue' },
  framework: { type: 'Framework', owner: 'infosec' },
  control: { type: 'Control', owner: 'infosec' },
  measurement: { type: 'MaturityMeasurement', owner: 'infosec' },
  score: { type: 'ControlScore', owner: 'infosec' },
  label: { type: 'PublishedLabel', owner: 'infosec' },
} as const;

export type IdPrefix = keyof typeof entityTypes;

/** A new TypeID: prefix and UUIDv7, sortable by time of creation. Length is at most 90 characters. */
export const newId = (prefix: IdPrefix): string => new TypeID(prefix).toString();

/** The prefix of a well-formed id of this graph, or undefined for anything else. */
export function prefixOf(id: string): IdPrefix | undefined {
  const prefix = id.slice(0, Math.max(0, id.lastIndexOf('_')));
  if (!Object.hasOwn(entityTypes, prefix)) return undefined;
  try {
    TypeID.fromString(id, prefix);
    return prefix as IdPrefix;
  } catch {
    return undefined;
  }
}
