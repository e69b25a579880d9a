import fc from 'fast-check';
import { Turns } from './turns.js';

/** Work that ends when it is told to. */
function piece() {
  let end = (): void => undefined;
  const ended = new Promise<void>((done) => (end = done));
  return { end: () => end(), work: () => ended };
}

const limits = { atOnce: 1, ofOneCaller: 200, ofAll: 1_000 };
const busy = { code: 'RATE_LIMITED' };

describe('turns', () => {
  it('let no more work go on at once than they may, and refuse what would wait behind too many', async () => {
    const turns = new Turns({ ...limits, ofAll: 1 });
    const [first, second] = [piece(), piece()];
    const order: string[] = [];
    const one = turns.take('town', first.work).then(() => order.push('first'));
    const two = turns.take('town', second.work).then(() => order.push('second'));
    await expect(turns.take('other', () => Promise.resolve())).rejects.toMatchObject(busy);
    second.end();
    first.end();
    await Promise.all([one, two]);
    expect(order).toEqual(['first', 'second']);
  });

  it('come free again, also after what failed', async () => {
    const turns = new Turns({ ...limits, ofAll: 0 });
    await expect(turns.take('town', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turns.take('town', () => Promise.resolve('done'))).toBe('done');
  });

  it('come to a caller after one turn of each other caller, however much waits for those', async () => {
    const flood = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(flood, fc.integer({ min: 1, max: 3 }), async (sizes, atOnce) => {
        const turns = new Turns({ ...limits, atOnce });
        let begun = 0;
        const work = () => Promise.resolve(++begun);
        const others = sizes.flatMap((size, at) => Array.from({ length: size }, () => turns.take(`other ${at}`, work)));
        expect(await turns.take('own', work)).toBeLessThanOrEqual(atOnce + sizes.length + 1);
        await Promise.all(others);
      }),
      { numRuns: 50 },
    );
  });

  it('are refused to the caller for whom too much waits, and to nobody else', async () => {
    const turns = new Turns({ ...limits, ofOneCaller: 2 });
    const { end, work } = piece();
    const mine = ['mine', 'mine', 'mine'].map((caller) => turns.take(caller, work));
    await expect(turns.take('mine', work)).rejects.toMatchObject(busy);
    const other = turns.take('other', work);
    end();
    await Promise.all([...mine, other]);
  });

  it('are given up by whoever asks for most when too much waits for all', async () => {
    const turns = new Turns({ ...limits, ofAll: 3 });
    const { end, work } = piece();
    const many = Array.from({ length: 4 }, () => turns.take('many', work));
    const other = turns.take('other', work);
    await expect(many[3]).rejects.toMatchObject(busy);
    end();
    await Promise.all([...many.slice(0, 3), other]);
  });
});
