import type { Column } from './columns.js';
import { type AnyReadModel, ReadModel } from './model.js';

/** What a search over several models knows of each thing that it found. */
interface Found {
  readonly id: string;
  /** Name of the model among those that are searched. */
  readonly type: string;
}

const column = (property: string): [string, Column] => [
  property,
  { property, name: property, type: 'text', isArray: false, nullable: false },
];

/** Several models that are searched at once. Each one says itself who sees what, and which words find it. */
export class SearchModel extends ReadModel<Found> {
  /** By the name that the search's argument `types` gives them. */
  readonly members: ReadonlyMap<string, ReadModel<never>>;

  constructor(name: string, members: Readonly<Record<string, AnyReadModel>>) {
    const columns = new Map([column('id'), column('type')]);
    super({ name, columns }, { visible: () => 'always', facets: ['type'] });
    this.members = new Map(Object.entries(members) as [string, ReadModel<never>][]);
    for (const member of this.members.values())
      if (!member.options.search) throw new Error(`${name} searches ${member.name}, which cannot be searched.`);
  }
}
