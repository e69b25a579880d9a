import fc from 'fast-check';
import type { Caller } from './caller.js';
import { Turns } from './turns.js';

/** Work that ends when it is told to. */
function piece() {
  let end = (): void => undefined;
  const ended = new Promise<void>((done) => (end = done));
  return { end: () => end(), work: () => ended };
}

const limits = { atOnce: 1, waiting: 1_000, ofOneCaller: { waiting: 200 } };
const busy = { code: 'RATE_LIMITED' };
const from = (account: string | undefined) => ({ account });

describe('turns', () => {
  it('let no more work go on at once than they may, and refuse what would wait behind too many', async () => {
    const turns = new Turns({ ...limits, waiting: 1 });
    const [first, second] = [piece(), piece()];
    const order: string[] = [];
    const one = turns.take(from('town'), first.work).then(() => order.push('first'));
    const two = turns.take(from('town'), second.work).then(() => order.push('second'));
    await expect(turns.take(from('other'), () => Promise.resolve())).rejects.toMatchObject(busy);
    second.end();
    first.end();
    await Promise.all([one, two]);
    expect(order).toEqual(['first', 'second']);
  });

  it('come free again, also after what failed', async () => {
    const turns = new Turns({ ...limits, waiting: 0 });
    await expect(turns.take(from('town'), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turns.take(from('town'), () => Promise.resolve('done'))).toBe('done');
  });

  it('come to a caller after one turn of each other caller, however much waits for those', async () => {
    const flood = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(flood, fc.integer({ min: 1, max: 3 }), async (sizes, atOnce) => {
        const turns = new Turns({ ...limits, atOnce });
        let begun = 0;
        const work = () => Promise.resolve(++begun);
        const others = sizes.flatMap((size, at) =>
          Array.from({ length: size }, () => turns.take(from(`other ${at}`), work)),
        );
        expect(await turns.take(from('own'), work)).toBeLessThanOrEqual(atOnce + sizes.length + 1);
        await Promise.all(others);
      }),
      { numRuns: 50 },
    );
  });

  it('leave others theirs when one caller has its share', async () => {
    const turns = new Turns({ atOnce: 3, ofOneCaller: { atOnce: 2 } });
    const { end, work } = piece();
    const many = Array.from({ length: 5 }, () => turns.take(from('many'), work));
    expect(await turns.take(from('other'), () => Promise.resolve('done'))).toBe('done');
    end();
    await Promise.all(many);
  });

  it('pass over a caller who has its share', async () => {
    const turns = new Turns({ atOnce: 2, ofOneCaller: { atOnce: 1 } });
    const [long, short] = [piece(), piece()];
    const many = [turns.take(from('many'), long.work), turns.take(from('many'), long.work)];
    const first = turns.take(from('first'), short.work);
    const second = turns.take(from('second'), () => Promise.resolve('done'));
    short.end();
    expect(await second).toBe('done');
    long.end();
    await Promise.all([...many, first]);
  });

  it('are never more than all, one caller and one network may have at once, and leave nobody waiting who may begin', async () => {
    const names = fc.record({
      account: fc.constantFrom('one', 'two', 'three', undefined),
      network: fc.constantFrom('here', 'there', undefined),
    });
    const limit = fc.integer({ min: 1, max: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(names, { maxLength: 60 }), limit, limit, limit, async (asked, all, share, shared) => {
        const turns = new Turns({ atOnce: all, ofOneCaller: { atOnce: share }, ofOneNetwork: { atOnce: shared } });
        const running: Caller[] = [];
        let waiting = [...asked];
        const mayBegin = ({ account, network }: Caller) =>
          running.length < all &&
          ((account ?? network) === undefined ||
            countOf((one) => (one.account ?? one.network) === (account ?? network)) < share) &&
          (network === undefined || countOf((one) => one.network === network) < shared);
        const countOf = (is: (one: Caller) => boolean) => running.filter(is).length;
        const work = (caller: Caller) => async () => {
          expect(mayBegin(caller)).toBe(true);
          running.push(caller);
          waiting = waiting.filter((one) => one !== caller);
          await new Promise(setImmediate);
          expect(waiting.filter(mayBegin)).toEqual([]);
          running.splice(running.indexOf(caller), 1);
        };
        await Promise.all(asked.map((caller) => turns.take(caller, work(caller))));
        expect(waiting).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('leave a network the rest of its share when one of its accounts has all of its own', async () => {
    const turns = new Turns({ atOnce: 10, ofOneCaller: { atOnce: 2 }, ofOneNetwork: { atOnce: 3 } });
    const { end, work } = piece();
    const at = (account: string, network = 'town hall') => ({ account, network });
    const begun: string[] = [];
    const take = (caller: Caller) =>
      turns.take(caller, () => {
        begun.push(caller.account!);
        return work();
      });
    const all = [at('one'), at('one'), at('one'), at('two'), at('three'), at('three', 'home')].map(take);
    await Promise.resolve();
    expect(begun).toEqual(['one', 'one', 'two', 'three']);
    end();
    await Promise.all(all);
  });

  it('are lost to nobody, whoever gives up while waiting, while working, or before', async () => {
    const piecesOf = fc.array(fc.record({ account: fc.constantFrom('one', 'two', 'three'), givesUpAfter: fc.nat(8) }), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(piecesOf, fc.integer({ min: 1, max: 3 }), async (asked, atOnce) => {
        const turns = new Turns({ atOnce, ofOneCaller: { atOnce: 2 } });
        const outcomes = asked.map(async ({ account, givesUpAfter }) => {
          const controller = new AbortController();
          if (givesUpAfter === 0) controller.abort();
          const taken = turns.take(from(account), () => new Promise(setImmediate), controller.signal);
          const abort = async () => {
            for (let step = 0; step < givesUpAfter; step++) await new Promise(setImmediate);
            controller.abort();
          };
          return (await Promise.allSettled([taken, abort()]))[0];
        });
        const refusals = (await Promise.all(outcomes)).flatMap((one) =>
          one.status === 'rejected' ? [one.reason] : [],
        );
        expect(refusals).toEqual(refusals.map(() => expect.objectContaining({ extensions: { code: 'TIMEOUT' } })));
        const { end, work } = piece();
        let begun = 0;
        const again = Array.from({ length: atOnce }, (_one, at) =>
          turns.take(from(`new ${at}`), () => {
            begun += 1;
            return work();
          }),
        );
        await Promise.resolve();
        expect(begun).toBe(atOnce);
        end();
        await Promise.all(again);
      }),
      { numRuns: 100 },
    );
  });

  it('come at once to who is next when who waits before gives up', async () => {
    const turns = new Turns({ ...limits, ofOneCaller: { waiting: 1 } });
    const { end, work } = piece();
    const first = turns.take(from('first'), work);
    const controller = new AbortController();
    const given = turns.take(from('many'), work, controller.signal);
    controller.abort();
    await expect(given).rejects.toMatchObject({ extensions: { code: 'TIMEOUT' } });
    const second = turns.take(from('many'), () => Promise.resolve('done'));
    end();
    expect(await second).toBe('done');
    await first;
  });

  it('are refused to the caller for whom too much waits, and to nobody else', async () => {
    const turns = new Turns({ ...limits, ofOneCaller: { waiting: 2 } });
    const { end, work } = piece();
    const mine = ['mine', 'mine', 'mine'].map((caller) => turns.take(from(caller), work));
    await expect(turns.take(from('mine'), work)).rejects.toMatchObject(busy);
    const other = turns.take(from('other'), work);
    end();
    await Promise.all([...mine, other]);
  });

  it('are given up by whoever asks for most when too much waits for all', async () => {
    const turns = new Turns({ ...limits, waiting: 3 });
    const { end, work } = piece();
    const many = Array.from({ length: 4 }, () => turns.take(from('many'), work));
    const other = turns.take(from('other'), work);
    await expect(many[3]).rejects.toMatchObject(busy);
    end();
    await Promise.all([...many.slice(0, 3), other]);
  });
});
