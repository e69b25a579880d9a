import { controlsOf, everywhere, notApplicable, scored } from '../../../../test/cyfun.js';
import { checkScores, type ControlAnswer } from './calculation.js';
import { inScope, isKeyMeasure, type AssuranceLevel, type CyFunVersion } from './facts.js';

const check = (version: CyFunVersion, level: AssuranceLevel, scores: ControlAnswer[]) =>
  checkScores({ level, scores, controls: controlsOf(version) });

const ESSENTIAL = { version: '2025', level: 'ESSENTIAL' } as const;

it('accepts a complete set of scores', () => {
  expect(check('2025', 'ESSENTIAL', everywhere(ESSENTIAL, [3, 4])).acceptable).toBe(true);
});

it('lists every control in scope while nothing is scored', () => {
  const { missing, acceptable } = check('2025', 'IMPORTANT', []);
  expect(missing).toHaveLength(133);
  expect(acceptable).toBe(false);
});

it('misses a control with one dimension only, unless it is not applicable', () => {
  const half = { ...scored('GV.OC-01.1', 3, 3), implementation: null };
  const scores = everywhere(ESSENTIAL, [3, 3], [half, notApplicable('GV.OC-02.1', { documentation: 4 })]);
  expect(check('2025', 'ESSENTIAL', scores).missing).toEqual(['GV.OC-01.1']);
});

it.each([0, 6, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('calls a score of %p invalid and missing', (score) => {
  const result = check('2025', 'ESSENTIAL', everywhere(ESSENTIAL, [3, 3], [scored('GV.OC-01.1', score, 3)]));
  expect(result).toMatchObject({ invalid: ['GV.OC-01.1'], missing: ['GV.OC-01.1'], acceptable: false });
});

it('calls an invalid score invalid on a control that is not applicable too', () => {
  const scores = everywhere(ESSENTIAL, [3, 3], [notApplicable('GV.OC-01.1', { documentation: 9 })]);
  expect(check('2025', 'ESSENTIAL', scores)).toMatchObject({ invalid: ['GV.OC-01.1'], missing: [] });
});

it('tells a control of a higher level from one that does not exist', () => {
  const scores = [
    ...everywhere({ version: '2025', level: 'BASIC' }, [3, 3]),
    scored('GV.OC-01.1', 3, 3),
    scored('XX.YY-01.1', 3, 3),
    scored('ID.AM-1.1', 3, 3),
  ];
  expect(check('2025', 'BASIC', scores)).toMatchObject({
    outOfScope: ['GV.OC-01.1'],
    unknown: ['XX.YY-01.1', 'ID.AM-1.1'],
    missing: [],
    acceptable: false,
  });
});

it('trusts neither of two scores of one control', () => {
  const scores = [...everywhere(ESSENTIAL, [3, 3]), scored('GV.OC-01.1', 5, 5)];
  expect(check('2025', 'ESSENTIAL', scores)).toMatchObject({
    duplicated: ['GV.OC-01.1'],
    missing: ['GV.OC-01.1'],
    acceptable: false,
  });
});

describe.each([
  ['BASIC', 1],
  ['IMPORTANT', 3],
  ['ESSENTIAL', 5],
] as [AssuranceLevel, number][])('N/A at level %s', (level, limit) => {
  const free = inScope(controlsOf('2025'), level)
    .filter((control) => control.notApplicableExcludedFrom === null)
    .map(({ id }) => id);
  const withNotApplicable = (many: number) =>
    check(
      '2025',
      level,
      everywhere(
        { version: '2025', level },
        [3, 3],
        free.slice(0, many).map((id) => notApplicable(id)),
      ),
    );

  it(`is allowed on ${limit} controls`, () => {
    const { notApplicable: rule, acceptable } = withNotApplicable(limit);
    expect(rule).toEqual({ count: limit, limit, overLimit: false, forbidden: [] });
    expect(acceptable).toBe(true);
  });

  it('is refused on one more', () => {
    const { notApplicable: rule, acceptable } = withNotApplicable(limit + 1);
    expect(rule).toMatchObject({ count: limit + 1, overLimit: true });
    expect(acceptable).toBe(false);
  });

  it.each(['2023', '2025'] as const)('is refused on each key measure of %s', (version) => {
    const keyMeasures = inScope(controlsOf(version), level).filter((control) => isKeyMeasure(control, level));
    for (const { id } of keyMeasures) {
      const result = check(version, level, everywhere({ version, level }, [3, 3], [notApplicable(id)]));
      expect(result.notApplicable.forbidden).toEqual([{ controlId: id, because: 'KEY_MEASURE' }]);
      expect(result.acceptable).toBe(false);
    }
  });
});

it('is refused on a management aspect at Essential, and accepted there at Important', () => {
  const at = (level: AssuranceLevel) =>
    check('2025', level, everywhere({ version: '2025', level }, [3, 3], [notApplicable('GV.RM-01.1')])).notApplicable;
  expect(at('ESSENTIAL').forbidden).toEqual([{ controlId: 'GV.RM-01.1', because: 'MANAGEMENT_ASPECT' }]);
  expect(at('IMPORTANT').forbidden).toEqual([]);
});
