import { controlsOf, everywhere, notApplicable, scored } from '../../../../test/cyfun.js';
import {
  calculate,
  type AssuranceLevel,
  type Calculation,
  type ControlAnswer,
  type MaturityResult,
} from './calculation.js';

const at = (level: AssuranceLevel, background: [number, number], exceptions: ControlAnswer[]): Calculation =>
  calculate({
    version: '2025',
    level,
    scores: everywhere({ version: '2025', level }, background, exceptions),
    controls: controlsOf('2025'),
  });

const category = (result: MaturityResult | null, id: string) => {
  const found = result?.categories.find((one) => one.id === id);
  return [found?.documentation?.exact, found?.implementation?.exact, found?.maturity?.exact];
};

const subcategory = (result: MaturityResult | null, id: string) =>
  result?.subcategories.find((one) => one.id === id)?.maturity?.exact;

const keyMeasure = (result: MaturityResult | null, id: string) =>
  result?.keyMeasures.find(({ controlId }) => controlId === id)?.maturity?.exact;

const categoriesThatDiffer = ({ differences }: Calculation) => [
  ...new Set(differences.filter(({ kind }) => kind === 'CATEGORY').map(({ subject }) => subject)),
];

describe('the workbook Essential', () => {
  it('leaves PR.AA-06 out of the implementation score of PR.AA only', () => {
    const low = [1, 2, 3, 4].map((index) => scored(`PR.AA-06.${index}`, 1, 1));
    const both = at('ESSENTIAL', [4, 4], low);
    expect(category(both.workbook, 'PR.AA')).toEqual(['7/2', '4', '15/4']);
    expect(category(both.published, 'PR.AA')).toEqual(['7/2', '7/2', '7/2']);
    expect(subcategory(both.workbook, 'PR.AA-06')).toBe('1');
  });

  it('averages PR.IR-03 and PR.IR-04 as one subcategory', () => {
    const both = at('ESSENTIAL', [4, 4], [scored('PR.IR-03.1', 1, 1)]);
    expect(category(both.workbook, 'PR.IR')).toEqual(['7/2', '7/2', '7/2']);
    expect(category(both.published, 'PR.IR')).toEqual(['13/4', '13/4', '13/4']);
    expect(subcategory(both.workbook, 'PR.IR-04')).toBe('5/2');
  });

  it('counts each control of RC.CO-04 as a subcategory', () => {
    const both = at('ESSENTIAL', [4, 4], [scored('RC.CO-03.1', 2, 1)]);
    expect(category(both.workbook, 'RC.CO')).toEqual(['7/2', '13/4', '27/8']);
    expect(category(both.published, 'RC.CO')).toEqual(['3', '5/2', '11/4']);
  });

  it('averages GV.OV-02 and GV.OV-03, which changes neither category nor total', () => {
    const both = at('ESSENTIAL', [4, 4], [scored('GV.OV-02.1', 1, 1)]);
    expect(subcategory(both.workbook, 'GV.OV-03')).toBe('5/2');
    expect(both.differences).toEqual([]);
  });

  it('skips a forced N/A in a plain reference and keeps the score of the other dimension', () => {
    const both = at('ESSENTIAL', [4, 4], [notApplicable('GV.RM-01.1', { implementation: 1 })]);
    expect(category(both.workbook, 'GV.RM')).toEqual(['4', '17/5', '37/10']);
    expect(category(both.published, 'GV.RM')).toEqual(['19/5', '19/5', '19/5']);
  });

  it('keeps the other score of a key measure with a forced N/A, and has an error when both are N/A', () => {
    const both = at(
      'ESSENTIAL',
      [4, 4],
      [notApplicable('PR.AA-01.1'), notApplicable('PR.IR-01.1', { documentation: 5 })],
    );
    expect(keyMeasure(both.workbook, 'PR.AA-01.1')).toBeUndefined();
    expect(keyMeasure(both.workbook, 'PR.IR-01.1')).toBe('5');
    expect(keyMeasure(both.published, 'PR.AA-01.1')).toBe('3');
    expect(both.workbook?.failures).toContainEqual(
      expect.objectContaining({ kind: 'KEY_MEASURE', subject: 'PR.AA-01.1', value: null }),
    );
    expect(both.workbook?.passesOnNumbers).toBe(false);
    expect(both.published.passesOnNumbers).toBe(true);
  });

  it('reads two scores beside N/A as N/A in both cells', () => {
    const withScores = at('ESSENTIAL', [4, 4], [notApplicable('GV.RM-01.1', { documentation: 1, implementation: 1 })]);
    expect(withScores).toEqual(at('ESSENTIAL', [4, 4], [notApplicable('GV.RM-01.1')]));
  });
});

describe('the workbook Important', () => {
  it('averages PR.IR-02 and PR.IR-04 as one subcategory', () => {
    const both = at('IMPORTANT', [4, 4], [scored('PR.IR-04.1', 1, 1)]);
    expect(category(both.workbook, 'PR.IR')).toEqual(['13/4', '13/4', '13/4']);
    expect(category(both.published, 'PR.IR')).toEqual(['3', '3', '3']);
  });

  it('does not replace N/A in the implementation of recovery', () => {
    const both = at('IMPORTANT', [5, 5], [notApplicable('RC.RP-05.1')]);
    expect(category(both.workbook, 'RC.RP')).toEqual(['13/3', '5', '14/3']);
    expect(category(both.published, 'RC.RP')).toEqual(['13/3', '13/3', '13/3']);
  });

  it('has an error up to the total when a whole category is N/A without being replaced', () => {
    const { workbook, published, differences } = at(
      'IMPORTANT',
      [4, 4],
      [notApplicable('RC.CO-03.1'), notApplicable('RC.CO-04.1')],
    );
    expect(category(workbook, 'RC.CO')).toEqual(['3', undefined, undefined]);
    expect(workbook?.failures).toEqual([
      { kind: 'TOTAL', subject: null, value: null, threshold: { exact: '3', value: 3 } },
    ]);
    expect(published.meetsThreshold).toBe(true);
    expect(differences.at(-1)).toMatchObject({ kind: 'TOTAL', workbook: null, outcomeDiffers: true });
  });

  it('does not replace a forced N/A of GV.RR-02.1, and reads key measures by the method', () => {
    const { workbook } = at('IMPORTANT', [5, 5], [notApplicable('GV.RR-02.1', { documentation: 1 })]);
    expect(category(workbook, 'GV.RR')).toEqual(['11/3', '5', '13/3']);
    expect(keyMeasure(workbook, 'GV.RR-02.1')).toBe('3');
  });
});

it('leaves the workbook Basic as the published method', () => {
  const { workbook, published, differences } = at('BASIC', [1, 4], [scored('PR.AA-06.1', 5, 1)]);
  expect({ ...workbook, method: '', rulesVersion: '' }).toEqual({ ...published, method: '', rulesVersion: '' });
  expect(differences).toEqual([]);
});

describe('the list of differences', () => {
  it('names each figure with both values and the reason', () => {
    const low = [1, 2, 3, 4].map((index) => scored(`PR.AA-06.${index}`, 3, 1));
    expect(at('ESSENTIAL', [3, 3], low).differences).toEqual([
      {
        kind: 'CATEGORY',
        subject: 'PR.AA',
        figure: 'implementation',
        workbook: { exact: '3', value: 3 },
        published: { exact: '8/3', value: 8 / 3 },
        outcomeDiffers: false,
        why: 'The workbook (PROTECT!L3) leaves PR.AA-06 out of the implementation score of PR.AA.',
      },
      expect.objectContaining({ subject: 'PR.AA', figure: 'maturity', outcomeDiffers: true }),
      {
        kind: 'TOTAL',
        subject: null,
        figure: 'maturity',
        workbook: { exact: '3', value: 3 },
        published: { exact: '395/132', value: 395 / 132 },
        outcomeDiffers: false,
        why: 'The total is the mean of the category maturities, of which these differ: PR.AA.',
      },
    ]);
  });

  it('is empty when all controls score alike', () => {
    expect(at('ESSENTIAL', [2, 5], []).differences).toEqual([]);
  });

  it('gives no reason that is not at work', () => {
    const { differences } = at('ESSENTIAL', [4, 4], [notApplicable('GV.SC-01.1'), notApplicable('DE.CM-01.2')]);
    expect(differences.map(({ kind, subject, figure }) => [kind, subject, figure])).toEqual([
      ['CATEGORY', 'GV.SC', 'documentation'],
      ['CATEGORY', 'GV.SC', 'implementation'],
      ['CATEGORY', 'GV.SC', 'maturity'],
      ['KEY_MEASURE', 'DE.CM-01.2', 'maturity'],
      ['TOTAL', null, 'maturity'],
    ]);
    expect(differences.every(({ why }) => why.length > 0 && !why.includes('GV.RM'))).toBe(true);
  });

  it('tells which categories pass in one result only', () => {
    const weakRecovery = [1, 2, 3].map((index) => scored(`RC.CO-04.${index}`, 2, 2));
    const both = at('ESSENTIAL', [4, 4], weakRecovery);
    expect(categoriesThatDiffer(both)).toEqual(['RC.CO']);
    expect(both.differences.filter(({ outcomeDiffers }) => outcomeDiffers)).toEqual([
      expect.objectContaining({
        subject: 'RC.CO',
        workbook: { exact: '5/2', value: 2.5 },
        published: { exact: '3', value: 3 },
      }),
    ]);
  });
});
