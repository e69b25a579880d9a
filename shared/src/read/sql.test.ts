import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as front from './index.js';
import { constant, identifier, param, render, sql } from './sql.js';

const root = join(__dirname, '../../..');

/** Sources of the subgraphs and of shared, without tests. */
const sources = ['shared/src', 'subgraphs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?!.*(node_modules|dist)).*\.ts$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => join(folder, file)),
);

describe('a piece of SQL', () => {
  it('takes pieces, never text', () => {
    // @ts-expect-error a string is no piece of SQL: if this compiles, a client's text could become one
    const attempt = (): unknown => sql`select ${"'; drop table book; --"}`;
    expect(attempt).toThrow();
  });

  it('has parameters of types that are named in the code', () => {
    const type = ['text', ') ; drop table book; --'].join('');
    // @ts-expect-error the type of a parameter becomes a part of the statement
    expect(param(type, () => null)).toBeDefined();
  });

  it('quotes names and constants', () => {
    expect(render(sql`${identifier('a"b')} ${constant("a'b")}`).text).toBe(`"a""b" 'a''b'`);
  });

  it('sends one parameter once, however often it is used', () => {
    const given = param('text', () => 'x');
    const { text, params } = render(sql`${given} ${given} ${param('text', () => 'x')}`);
    expect([text, params.length]).toEqual(['$1::text $1::text $2::text', 2]);
  });

  it('is made of text in the folder of the read path only', () => {
    expect(front).not.toHaveProperty('Sql');
    const makers = sources.filter((file) => readFileSync(join(root, file), 'utf8').includes('new Sql('));
    expect(makers.filter((file) => !file.startsWith('shared/src/read/'))).toEqual([]);
  });
});
