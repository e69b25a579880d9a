import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { cyfunCategories } from './cyfun-categories.js';

it('are the categories of the controls in the reference data, of both versions', () => {
  const file = join(__dirname, '../../../../infosec/reference/controls.csv');
  const controls: { category: string }[] = parse(readFileSync(file), { columns: true });
  expect(cyfunCategories.toSorted()).toEqual([...new Set(controls.map(({ category }) => category))].toSorted());
});
