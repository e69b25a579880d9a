import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variables } from '../src/config/index.js';

const example = readFileSync(join(__dirname, '../../.env.example'), 'utf8');
const assignments = [...example.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }));

describe('.env.example', () => {
  it('lists every variable that is read, once, and no other', () => {
    expect(assignments.map(({ name }) => name).toSorted()).toEqual(Object.keys(variables).toSorted());
  });

  it('gives only examples that are accepted', () => {
    const refused = assignments.filter(
      ({ name, value }) => value !== '' && !variables[name as keyof typeof variables].safeParse(value).success,
    );
    expect(refused).toEqual([]);
  });
});
