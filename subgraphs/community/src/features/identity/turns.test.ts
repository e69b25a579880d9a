import { Turns } from './turns.js';

/** Work that ends when it is told to. */
function piece() {
  let end = (): void => undefined;
  const ended = new Promise<void>((done) => (end = done));
  return { end: () => end(), work: () => ended };
}

describe('turns', () => {
  it('let no more work go on at once than they may, and refuse what would wait behind too many', async () => {
    const turns = new Turns(1);
    const [first, second] = [piece(), piece()];
    const order: string[] = [];
    const one = turns.take(first.work, 1).then(() => order.push('first'));
    const two = turns.take(second.work, 1).then(() => order.push('second'));
    await expect(turns.take(() => Promise.resolve(), 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    second.end();
    first.end();
    await Promise.all([one, two]);
    expect(order).toEqual(['first', 'second']);
  });

  it('come free again, also after what failed', async () => {
    const turns = new Turns(1);
    await expect(turns.take(() => Promise.reject(new Error('broken')), 0)).rejects.toThrow('broken');
    expect(await turns.take(() => Promise.resolve('done'), 0)).toBe('done');
  });
});
