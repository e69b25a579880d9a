import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../config/index.js';
import { MalformedFileError } from './malformed-file-error.js';
import { predecessorsOf, readMunicipalities } from './municipalities.js';

const header = 'nis,name,province,postal_codes,population,population_date,valid_from,valid_to,successor_nis';
const good = '11001,Aartselaar,ANTWERPEN,2630,14427,2020-01-01,1977-01-01,,';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'municipalities-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const reading = (...lines: string[]) => readingIn('utf8', ...lines);

const readingIn = (encoding: BufferEncoding, ...lines: string[]) => {
  const file = join(folder, 'municipalities.csv');
  writeFileSync(file, `${lines.join('\n')}\n`, encoding);
  return () => readMunicipalities(file);
};

describe('the reference file of municipalities', () => {
  const rows = readMunicipalities();

  it('holds 285 of today and the 27 that merged into 13 of them', () => {
    const merged = rows.filter(({ successor_nis: successor }) => successor !== null);
    expect([rows.length - merged.length, merged.length]).toEqual([285, 27]);
    expect(new Set(merged.map(({ successor_nis: successor }) => successor)).size).toBe(13);
  });

  it('counts the known inhabitants and municipalities of each province', () => {
    const active = rows.filter(({ valid_to: until }) => until === null);
    const inProvince = (province: string) => active.filter((one) => one.province === province).length;
    expect(active.reduce((sum, { population }) => sum + (population ?? 0), 0)).toBe(6_629_143);
    expect(['ANTWERPEN', 'VLAAMS_BRABANT', 'WEST_VLAANDEREN', 'OOST_VLAANDEREN', 'LIMBURG'].map(inProvince)).toEqual([
      67, 63, 62, 55, 38,
    ]);
  });

  it('lets Antwerpen keep its code and take in Borsbeek', () => {
    expect(predecessorsOf('11002', rows).map(({ name }) => name)).toEqual(['Borsbeek']);
  });
});

describe('a malformed file of municipalities', () => {
  it.each([
    ['another header', ['nis,name', good], 1, 'the header must be'],
    ['a short row', [header, good, '11002,Antwerpen'], 3, '2 cells instead of 9'],
    ['a long row', [header, `${good},x`], 2, '10 cells instead of 9'],
    ['nothing but a header', [header], 1, 'there is no line after the header'],
    ['an empty line', [header, '', good], 2, '1 cells instead of 9'],
    ['a bad NIS code', [header, good.replace('11001', '91001')], 2, 'nis: must be a NIS code'],
    ['an unknown province', [header, good.replace('ANTWERPEN', 'HENEGOUWEN')], 2, 'province: must be one of'],
    ['a bad postal code', [header, good.replace('2630', '2630|26')], 2, 'postal_codes: must be of four digits'],
    ['a bad population', [header, good.replace('14427', '14.427')], 2, 'population: must be a whole number'],
    [
      'a day that does not exist',
      [header, good.replace('2020-01-01', '2020-02-30')],
      2,
      'population_date: must be a date',
    ],
    ['a name with space around', [header, good.replace('Aartselaar', ' Aartselaar')], 2, 'name: must be filled'],
    ['population without its date', [header, good.replace('2020-01-01', '')], 2, 'population and its date go together'],
    ['a key given twice', [header, good, good], 3, '11001 is already on an earlier line'],
    ['an open quote', [header, good.replace('Aartselaar', '"Aartselaar')], 2, 'Quote Not Closed'],
    ['a successor without an end', [header, `${good}11002`], 2, 'a successor needs valid_to'],
    ['an unknown successor', [header, good.replace(/,,$/, ',2025-01-01,11002')], 2, 'successor 11002 is unknown'],
    ['a successor of itself', [header, good.replace(/,,$/, ',2025-01-01,11001')], 2, 'leads back here'],
    [
      'an end before the beginning',
      [header, good.replace(/,,$/, ',1970-01-01,')],
      2,
      'valid_to must be after valid_from',
    ],
  ])('is refused for %s, with file, line and reason', (_, lines, line, reason) => {
    const read = reading(...lines);
    expect(read).toThrow(MalformedFileError);
    // one sentence, and no stack
    expect(read).toThrow(StartError);
    expect(read).toThrow(`municipalities.csv, line ${line}: `);
    expect(read).toThrow(reason);
  });

  it('is refused in another encoding than UTF-8', () => {
    const read = readingIn('latin1', header, good, '23098,Ukkel-aan-Zéé,ANTWERPEN,2631,,,1977-01-01,,');
    expect(read).toThrow('municipalities.csv, line 3: is not UTF-8');
  });

  it('is read when it begins with a byte order mark and has quoted cells', () => {
    expect(reading(`\uFEFF${header}`, good.replace('Aartselaar', '"Aart""selaar, dorp"'))()[0]?.name).toBe(
      'Aart"selaar, dorp',
    );
  });
});
