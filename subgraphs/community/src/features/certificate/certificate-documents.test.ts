import '../../../../../shared/test/matchers.js';
import { Worker } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous } from '@lokaal/shared/auth';
import jsQr from 'jsqr';
import { Given, startCommunity } from '../../../test/given.js';
import { GivenCertificates, VERIFY } from '../../../test/given-certificate.js';
import { certificateSlice } from './certificate.slice.js';

let on: TestSubgraph;
let given: Given;
let certificates: GivenCertificates;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  certificates = new GivenCertificates(on);
});

const get = async (path: string, query: Record<string, string> = {}) => {
  const answer = await on.subgraph.document!({ method: 'GET', path, query, viewer: anonymous, requestId: 'test' });
  return answer && { ...answer, text: Buffer.from(answer.body).toString('utf8'), bytes: Buffer.from(answer.body) };
};

const issued = async (columns: object = {}, name = 'Anaïs Çelik-Łukasz') => {
  const { code } = await certificates.certificate(await given.person({ name }), { ...columns });
  return { code, page: `/certificates/${code}`, pdf: `/certificates/${code}.pdf` };
};

/** Streams of a PDF, inflated: what is drawn, and the fonts' tables from glyphs to letters. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\n/g)].flatMap(({ index }) => {
    const from = index + 'stream\n'.length;
    try {
      return [inflateSync(pdf.subarray(from, text.indexOf('\nendstream', from))).toString('latin1')];
    } catch {
      return [];
    }
  });
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Letters of each font by glyph, in the order in which the fonts were first used. */
function lettersOf(streams: readonly string[]): Map<string, string>[] {
  const tables = streams.filter((one) => one.includes('beginbfrange'));
  return tables.map((table) => {
    const entries = [...table.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)];
    const letters = new Map<string, string>();
    for (const [, first, , list] of entries)
      for (const [offset, [, hex]] of [...list!.matchAll(/<([0-9a-f ]+)>/g)].entries())
        letters.set((parseInt(first!, 16) + offset).toString(16).padStart(4, '0'), utf16(hex!.replaceAll(' ', '')));
    return letters;
  });
}

/** What a reader of the PDF reads, without spaces: they are moves of the pen as well. */
function textOf(pdf: Buffer): string {
  const streams = streamsOf(pdf);
  const fonts = lettersOf(streams);
  const names: string[] = [];
  let letters: Map<string, string> | undefined;
  const drawn = streams.find((one) => one.includes(' TJ'))!;
  const written = [...drawn.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)].map(([, font, glyphs]) => {
    if (font !== undefined) {
      if (!names.includes(font)) names.push(font);
      letters = fonts[names.toSorted().indexOf(font)] ?? fonts[names.indexOf(font)];
      return '';
    }
    return glyphs!
      .match(/.{4}/g)!
      .map((glyph) => letters?.get(glyph) ?? '?')
      .join('');
  });
  return written.join('').replaceAll(/\s/g, '');
}

/** The QR code as it stands on the page, read as a telephone does. */
function qrOf(pdf: Buffer): string | undefined {
  const drawn = streamsOf(pdf).find((one) => one.includes(' TJ'))!;
  const boxes = [...drawn.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map((one) =>
    one.slice(1).map(Number),
  );
  const squares = boxes.filter(([, , side, height]) => side === height && side! < 5);
  const side = squares[0]![2]!;
  const [left, top] = [0, 1].map((axis) => Math.min(...squares.map((one) => one[axis]!)));
  const [scale, margin] = [4, 16];
  const size = Math.round(92 / side) * scale + 2 * margin;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [x, y] of squares) {
    const [column, row] = [
      Math.round((x! - left!) / side) * scale + margin,
      Math.round((y! - top!) / side) * scale + margin,
    ];
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < scale; dx += 1)
        pixels.fill(0, ((row + dy) * size + column + dx) * 4, ((row + dy) * size + column + dx) * 4 + 3);
  }
  return jsQr(pixels, size, size)?.data;
}

describe('the page of a certificate', () => {
  it('shows anybody who has the code what it is for, and that it is valid', async () => {
    const { page, code } = await issued();
    const answer = await get(page);
    expect(answer).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    for (const shown of ['Geldig certificaat', 'Anaïs Çelik-Łukasz', 'Kennisdag NIS2', '6 oktober 2026', '6 uur', code])
      expect(answer!.text).toContain(shown);
  });

  it('speaks the language of the certificate', async () => {
    const answer = await get((await issued({ language: 'FR', hours: 1.5, ends_on: '2026-10-07' })).page);
    for (const shown of ['lang="fr"', 'Certificat valable', '6–7 octobre 2026', '1,5 heures'])
      expect(answer!.text).toContain(shown);
  });

  it('runs nothing that somebody wrote in a name or a title', async () => {
    const answer = await get(
      (await issued({ title: '<img src=x onerror=alert(1)>' }, '<script>alert(1)</script>')).page,
    );
    expect(answer!.text).not.toMatch(/<script|<img/);
    expect(answer!.text).toContain('&lt;script&gt;');
  });

  it('of one that was revoked says so, without the reason, and offers no paper', async () => {
    const revoked = { revoked_at: '2026-10-20T08:00:00Z', revocation_reason: 'Fraude vermoed' };
    const { page, pdf } = await issued(revoked);
    const { text } = (await get(page))!;
    expect(text).toContain('Ingetrokken');
    expect(text).not.toMatch(/Fraude|Geldig certificaat|\.pdf/);
    expect(await get(pdf)).toMatchObject({ status: 404, text: expect.stringContaining('Ingetrokken') });
  });

  it('is found by a form at the address that stands on the paper', async () => {
    const { code } = await issued();
    const [form, found] = [await get('/certificates'), await get('/certificates', { code: code.toLowerCase() })];
    expect([form!.status, form!.text]).toEqual([
      200,
      expect.stringContaining('<form method="get" action="/certificates">'),
    ]);
    expect([found!.status, found!.text]).toEqual([200, expect.stringContaining('Anaïs Çelik-Łukasz')]);
  });

  it('is not found by what is no code, which is shown as it was typed and does nothing', async () => {
    const answer = await get('/certificates', { code: '"><script>' });
    expect([answer!.status, answer!.text]).toEqual([404, expect.stringContaining('&quot;&gt;&lt;script&gt;')]);
    expect(answer!.text).not.toContain('<script>');
  });

  it('is found by the code as people type it', async () => {
    const { code } = await issued();
    expect(await get(`/certificates/${code.toLowerCase().replaceAll('-', '')}`)).toMatchObject({ status: 200 });
  });

  it.each(['ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ', 'x', 'ZZZZ.pdf', 'ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ.pdf'])(
    'of %s is the form to type another code',
    async (code) => {
      const answer = await get(`/certificates/${code}`);
      expect(answer).toMatchObject({
        status: 404,
        text: expect.stringContaining('Er is geen certificaat met deze code'),
      });
    },
  );

  it('of a code that nobody can type is not there', async () => {
    expect(await get('/certificates/%00')).toBeUndefined();
  });
});

describe('a printed certificate', () => {
  it('says who attended what, when and how long, with every letter of the name', async () => {
    const { pdf, code } = await issued({ title: 'Beheer van risico’s', hours: 6.5 });
    const answer = (await get(pdf))!;
    expect(answer).toMatchObject({ status: 200, type: 'application/pdf', fileName: `certificaat-${code}.pdf` });
    const text = textOf(answer.bytes);
    for (const shown of [
      'Certificaat',
      'AnaïsÇelik-Łukasz',
      'Beheervanrisico’s',
      '6oktober2026',
      '6,5uur',
      code,
      '7oktober2026',
    ])
      expect(text).toContain(shown);
  });

  it('has a QR code of the address at which it is verified', async () => {
    const { pdf, page } = await issued();
    expect(qrOf((await get(pdf))!.bytes)).toBe(`https://graph.example${page}`);
  });

  it('is one landscape A4, and always the same', async () => {
    const { pdf } = await issued({
      title: 'Een titel die zo lang is dat hij niet op een regel past '.repeat(2).trim(),
    });
    const [one, other] = [(await get(pdf))!.bytes, (await get(pdf))!.bytes];
    expect(one.equals(other)).toBe(true);
    expect(one.toString('latin1').match(/\/MediaBox \[[^\]]+\]/g)).toEqual(['/MediaBox [0 0 841.89 595.28]']);
  });
});

describe('a certificate of somebody who was erased', () => {
  it('still verifies by its code, without a name, and is printed no more', async () => {
    const person = await given.person({ name: 'Wissel Wegmans' });
    const { code, id } = await certificates.certificate(person);
    for (const { table, of, erasure } of certificateSlice.personalData!)
      if (typeof erasure === 'object') await on.sql(`update ${table} set ${erasure.set} where ${of}`, [person.id]);
    const { data } = await on.as(anonymous).run(VERIFY, { code });
    expect(data.certificate).toMatchObject({ name: null, title: 'Kennisdag NIS2', hours: 6, valid: true });
    const page = await get(`/certificates/${code}`);
    expect(page!.text).toContain('Geldig certificaat');
    expect(page!.text).not.toContain('Wegmans');
    expect(await get(`/certificates/${code}.pdf`)).toMatchObject({ status: 404, text: page!.text });
    const [row] = await on.sql('select * from certificate where id = $1', [id]);
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`Wegmans|${person.id}`));
  });
});

it('is refused with a code while the thread that prints keeps ending, and printed again later', async () => {
  const { pdf } = await issued();
  const post = jest.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker) {
    void this.terminate();
  });
  for (let time = 0; time < 3; time += 1) await expect(get(pdf)).rejects.toThrow();
  const paused = await get(pdf);
  post.mockRestore();
  expect([paused?.status, JSON.parse(paused!.text).errors[0].extensions]).toEqual([
    503,
    { code: 'SERVICE_UNAVAILABLE', retryAfter: 60 },
  ]);
  on.clock.set('2026-11-02T09:01:00Z');
  expect((await get(pdf))?.status).toBe(200);
});
