import { parseStat } from './cpu-time.js';

describe('CPU time of a process', () => {
  it('is read from the right fields, whatever the process calls itself', () => {
    const stat = '7 (a) b (c)) S 4 7 7 0 -1 4194560 100 200 0 0 150 50 30 20 20 0 1 0 9 9 9';
    expect(parseStat(stat)).toEqual({ parent: 4, own: 2000, gone: 500 });
  });
});
