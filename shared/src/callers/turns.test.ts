import fc from 'fast-check';
import { Turns } from './turns.js';

/** Work that ends when it is told to. */
function piece() {
  let end = (): void => undefined;
  const ended = new Promise<void>((done) => (end = done));
  return { end: () => end(), work: () => ended };
}

const limits = { atOnce: 1, waiting: 1_000, ofOneCaller: { waiting: 200 } };
const busy = { code: 'RATE_LIMITED' };

describe('turns', () => {
  it('let no more work go on at once than they may, and refuse what would wait behind too many', async () => {
    const turns = new Turns({ ...limits, waiting: 1 });
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
    const turns = new Turns({ ...limits, waiting: 0 });
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

  it('leave others theirs when one caller has its share', async () => {
    const turns = new Turns({ atOnce: 3, ofOneCaller: { atOnce: 2 } });
    const { end, work } = piece();
    const many = Array.from({ length: 5 }, () => turns.take('many', work));
    expect(await turns.take('other', () => Promise.resolve('done'))).toBe('done');
    end();
    await Promise.all(many);
  });

  it('pass over a caller who has its share', async () => {
    const turns = new Turns({ atOnce: 2, ofOneCaller: { atOnce: 1 } });
    const [long, short] = [piece(), piece()];
    const many = [turns.take('many', long.work), turns.take('many', long.work)];
    const first = turns.take('first', short.work);
    const second = turns.take('second', () => Promise.resolve('done'));
    short.end();
    expect(await second).toBe('done');
    long.end();
    await Promise.all([...many, first]);
  });

  it('are never more than all and one caller may have at once, and leave nobody waiting who may begin', async () => {
    const callers = fc.array(fc.constantFrom('one', 'two', 'three', undefined), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        callers,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        async (asked, all, share) => {
          const turns = new Turns({ atOnce: all, ofOneCaller: { atOnce: share } });
          const running: (string | undefined)[] = [];
          const most: number[] = [];
          const mostOfOne: number[] = [];
          const work = (caller: string | undefined) => async () => {
            running.push(caller);
            most.push(running.length);
            if (caller !== undefined) mostOfOne.push(running.filter((one) => one === caller).length);
            await new Promise(setImmediate);
            running.splice(running.indexOf(caller), 1);
          };
          await Promise.all(asked.map((caller) => turns.take(caller, work(caller))));
          const counts = ['one', 'two', 'three'].map((name) => asked.filter((caller) => caller === name).length);
          const mayBegin =
            counts.reduce((sum, count) => sum + Math.min(count, share), 0) +
            asked.filter((one) => one === undefined).length;
          expect(Math.max(0, ...most)).toBe(Math.min(all, mayBegin));
          expect(Math.max(0, ...mostOfOne)).toBeLessThanOrEqual(share);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are refused to the caller for whom too much waits, and to nobody else', async () => {
    const turns = new Turns({ ...limits, ofOneCaller: { waiting: 2 } });
    const { end, work } = piece();
    const mine = ['mine', 'mine', 'mine'].map((caller) => turns.take(caller, work));
    await expect(turns.take('mine', work)).rejects.toMatchObject(busy);
    const other = turns.take('other', work);
    end();
    await Promise.all([...mine, other]);
  });

  it('are given up by whoever asks for most when too much waits for all', async () => {
    const turns = new Turns({ ...limits, waiting: 3 });
    const { end, work } = piece();
    const many = Array.from({ length: 4 }, () => turns.take('many', work));
    const other = turns.take('other', work);
    await expect(many[3]).rejects.toMatchObject(busy);
    end();
    await Promise.all([...many.slice(0, 3), other]);
  });
});
