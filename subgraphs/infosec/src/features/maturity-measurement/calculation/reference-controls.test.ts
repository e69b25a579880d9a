import { controlsOf } from '../../../../test/cyfun.js';
import { LEVELS, exclusionOf, inScope, isKeyMeasure, reaches, type CyFunVersion } from './facts.js';

const perLevel = (count: (level: (typeof LEVELS)[number]) => number): number[] => LEVELS.map(count);

const distinct = (values: string[]): number => new Set(values).size;

describe.each([
  ['2023', { controls: [34, 142, 221], subcategories: [29, 92, 101], categories: [15, 23, 23], keys: [13, 21, 29] }],
  ['2025', { controls: [34, 133, 218], subcategories: [28, 71, 90], categories: [17, 20, 22], keys: [13, 22, 29] }],
] as [CyFunVersion, Record<'controls' | 'subcategories' | 'categories' | 'keys', number[]>][])(
  'controls of CyFun %s',
  (version, known) => {
    const controls = controlsOf(version);

    it('have the known numbers at Basic, Important and Essential', () => {
      expect({
        controls: perLevel((level) => inScope(controls, level).length),
        subcategories: perLevel((level) => distinct(inScope(controls, level).map(({ subcategory }) => subcategory))),
        categories: perLevel((level) => distinct(inScope(controls, level).map(({ category }) => category))),
        keys: perLevel((level) => inScope(controls, level).filter((control) => isKeyMeasure(control, level)).length),
      }).toEqual(known);
    });

    it('have unique ids that begin with their subcategory, which begins with their category', () => {
      expect(distinct(controls.map(({ id }) => id))).toBe(controls.length);
      expect(
        controls.filter((c) => !c.id.startsWith(`${c.subcategory}.`) || !c.subcategory.startsWith(`${c.category}-`)),
      ).toEqual([]);
    });

    it('are key measures only at levels where they are in scope', () => {
      expect(controls.filter((c) => c.keyMeasureFrom && !reaches(c.keyMeasureFrom, c.firstLevel))).toEqual([]);
    });
  },
);

it.each([
  ['GOVERN', [4, 23, 40]],
  ['IDENTIFY', [8, 38, 55]],
  ['PROTECT', [15, 44, 79]],
  ['DETECT', [4, 14, 22]],
  ['RESPOND', [2, 9, 14]],
  ['RECOVER', [1, 5, 8]],
])('counts the 2025 controls of %s per level', (name, counts) => {
  const own = controlsOf('2025').filter((control) => control.function === name);
  expect(perLevel((level) => inScope(own, level).length)).toEqual(counts);
});

it('excludes N/A on the key measures, and at Essential of 2025 on the management aspects of the workbook too', () => {
  const excluded = (version: CyFunVersion) =>
    perLevel((level) => controlsOf(version).filter((control) => exclusionOf(control, level) !== null).length);
  expect(excluded('2025')).toEqual([13, 22, 43]);
  expect(excluded('2023')).toEqual([13, 21, 29]);
});

it('follows the list of the workbook, not of the library, for management aspects', () => {
  const managementAspects = controlsOf('2025')
    .filter((control) => exclusionOf(control, 'ESSENTIAL') === 'MANAGEMENT_ASPECT')
    .map(({ id }) => id);
  expect(managementAspects).toHaveLength(14);
  expect(managementAspects).toEqual(
    expect.arrayContaining(['GV.RM-02.1', 'GV.SC-01.1', 'ID.RA-06.1', 'PR.IR-04.1', 'RC.CO-03.1']),
  );
  expect(managementAspects).not.toContain('GV.OC-01.1');
});
