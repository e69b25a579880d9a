import { readOptions } from './options.js';

describe('options of the bench', () => {
  it('are five rounds of eight seconds with twenty connections when nothing is said', () => {
    expect(readOptions([])).toMatchObject({ rounds: 5, seconds: 8, connections: 20, first: 20, scale: 1 });
  });

  it('are 21 questions on data of a hundred times the size when sizes are compared', () => {
    expect(readOptions(['--sizes'])).toMatchObject({ sizes: true, rounds: 21, scale: 100 });
    expect(readOptions(['--sizes', '--quick', '--rounds', '7'])).toMatchObject({ rounds: 7, scale: 10 });
  });

  it('let a number win over --quick', () => {
    expect(readOptions(['--quick', '--rounds', '7'])).toMatchObject({ rounds: 7, seconds: 2 });
  });

  it('refuse what is no number', () => {
    expect(() => readOptions(['--rounds', 'many'])).toThrow('--rounds is "many": expected a whole number above 0.');
  });
});
