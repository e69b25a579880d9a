import fc from 'fast-check';
import { type CohortFamily, deriveCohorts, type ComparedAuthority } from './derive-cohorts.js';

const authority = (index: number, more: Partial<ComparedAuthority> = {}): ComparedAuthority => ({
  organisationId: `o${index}`,
  province: 'LIMBURG',
  referenceRegion: null,
  population: 12_000,
  circleId: null,
  circleName: null,
  ...more,
});

/** `inside` authorities in a circle, `outside` beside it in the same region. */
const regionWith = (inside: number, outside: number): ComparedAuthority[] =>
  Array.from({ length: inside + outside }, (_, index) =>
    authority(index, { referenceRegion: 'Westhoek', ...(index < inside ? { circleId: 'c', circleName: 'Kust' } : {}) }),
  );

const comparable = (family: string, authorities: readonly ComparedAuthority[]) =>
  deriveCohorts([...authorities, ...Array.from({ length: 20 }, (_, index) => authority(100 + index))]).find(
    (cohort) => cohort.family === family,
  )?.comparable;

const anyAuthority = fc.record({
  organisationId: fc.integer({ min: 0, max: 60 }).map((index) => `o${index}`),
  province: fc.constantFrom('LIMBURG', 'ANTWERPEN'),
  referenceRegion: fc.constantFrom(null, 'Kempen', 'Limburg', 'Mechelen'),
  population: fc.option(fc.integer({ min: 1, max: 500_000 })),
  circleId: fc.constantFrom(null, 'c1', 'c2', 'c3'),
  circleName: fc.constant('Kring'),
});
const anyAuthorities = fc.uniqueArray(anyAuthority, { selector: ({ organisationId }) => organisationId });

/** Enough for circles of five that nearly fill a region. */
const manyAuthorities = fc
  .array(
    fc.record({ size: fc.integer({ min: 1, max: 8 }), region: fc.constantFrom(null, 'Kempen', 'Limburg', 'Mechelen') }),
    { maxLength: 9 },
  )
  .chain((circles) => fc.tuple(fc.constant(circles), fc.array(anyAuthority, { maxLength: 9 })))
  .map(([circles, others]) =>
    [
      ...circles.flatMap(({ size, region }, index) =>
        Array.from({ length: size }, () => ({
          province: index % 2 ? 'LIMBURG' : 'ANTWERPEN',
          referenceRegion: region,
          population: 15_000,
          circleId: `kring ${index}`,
          circleName: 'Kring',
        })),
      ),
      ...others.map((one) => ({ ...one, circleId: null })),
    ].map((one, index) => ({ ...one, organisationId: `o${index}` })),
  );
const anyFamily: fc.Arbitrary<CohortFamily> = fc.constantFrom(
  'KNOWLEDGE_CIRCLE',
  'REFERENCE_REGION',
  'PROVINCE',
  'POPULATION_CLASS',
);
const isIn = (outer: { organisationIds: readonly string[] }, inner: { organisationIds: readonly string[] }): boolean =>
  inner.organisationIds.length < outer.organisationIds.length &&
  inner.organisationIds.every((id) => outer.organisationIds.includes(id));

describe('deriveCohorts', () => {
  it.each([
    [0, true],
    [1, false],
    [4, false],
    [5, true],
  ])('lets a circle be compared when the rest of its region has %i authorities: %s', (outside, expected) => {
    expect(comparable('KNOWLEDGE_CIRCLE', regionWith(6, outside))).toBe(expected);
  });

  it('keeps the larger group comparable', () => {
    expect(comparable('REFERENCE_REGION', regionWith(6, 2))).toBe(true);
  });

  it('puts an authority in at most one group of each family, and everybody in ALL and in a province', () => {
    fc.assert(
      fc.property(anyAuthorities, (authorities) => {
        const cohorts = deriveCohorts(authorities);
        for (const { organisationId } of authorities) {
          const own = cohorts.filter(({ organisationIds }) => organisationIds.includes(organisationId));
          const families = own.map(({ family }) => family);
          expect(new Set(families).size).toBe(families.length);
          expect(families).toEqual(expect.arrayContaining(['ALL', 'PROVINCE']));
        }
      }),
    );
  });

  it('never leaves one to four authorities to be found by subtracting a comparable group from another', () => {
    fc.assert(
      fc.property(anyAuthorities, (authorities) => {
        const cohorts = deriveCohorts(authorities).filter((cohort) => cohort.comparable);
        for (const inner of cohorts) {
          for (const outer of cohorts) {
            if (!inner.organisationIds.every((id) => outer.organisationIds.includes(id))) continue;
            expect([1, 2, 3, 4]).not.toContain(outer.organisationIds.length - inner.organisationIds.length);
          }
        }
      }),
    );
  });

  it('never leaves one to four authorities beside all comparable groups of other families inside a group', () => {
    fc.assert(
      fc.property(manyAuthorities, fc.uniqueArray(anyFamily, { minLength: 1 }), (authorities, families) => {
        const cohorts = deriveCohorts(authorities);
        const large = cohorts.filter((one) => one.comparable && one.organisationIds.length >= 5);
        for (const outer of cohorts) {
          const inside = large.filter(
            (inner) => inner !== outer && families.includes(inner.family) && isIn(outer, inner),
          );
          const told = new Set(inside.flatMap((inner) => inner.organisationIds));
          const rest = told.size === 0 ? 0 : outer.organisationIds.length - told.size;
          expect([1, 2, 3, 4]).not.toContain(rest);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives up the smallest of the circles that would leave few of their region', () => {
    const circle = (id: string, from: number, size: number) =>
      Array.from({ length: size }, (_, index) =>
        authority(from + index, { referenceRegion: 'Westhoek', circleId: id, circleName: id }),
      );
    const alone = authority(90, { referenceRegion: 'Westhoek' });
    const cohorts = deriveCohorts([...circle('a', 0, 6), ...circle('b', 10, 5), ...circle('c', 20, 7), alone]);
    const circles = cohorts.filter(({ family }) => family === 'KNOWLEDGE_CIRCLE');
    expect(circles.map(({ source, comparable: shown }) => [source, shown])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ]);
  });

  it.each([
    [9_999, '0-9999'],
    [10_000, '10000-19999'],
    [29_999, '20000-29999'],
    [30_000, '30000-49999'],
    [50_000, '50000-'],
  ])('puts %i inhabitants in the class %s', (population, source) => {
    const cohorts = deriveCohorts([authority(1, { population })]);
    expect(cohorts.find(({ family }) => family === 'POPULATION_CLASS')?.source).toBe(source);
  });
});
