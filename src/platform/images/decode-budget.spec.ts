import { setImmediate as turn } from 'node:timers/promises';
import { DecodeBudget } from './decode-budget';

/** Work that ends when told to, and a log of what has started. */
function bench(totalBytes: number) {
  const budget = new DecodeBudget(totalBytes);
  const started: string[] = [];
  const run = (name: string, bytes: number) => {
    const { promise, resolve, reject } = deferred();
    const done = budget.run(bytes, () => {
      started.push(name);
      return promise;
    });
    return { done, finish: resolve, fail: reject };
  };
  return { started, run };
}

function deferred() {
  let resolve!: () => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<void>((whenDone, whenFailed) => {
    resolve = whenDone;
    reject = whenFailed;
  });
  return { promise, resolve, reject };
}

describe('DecodeBudget', () => {
  it('starts what fits and keeps the rest waiting', async () => {
    const { started, run } = bench(100);
    const first = run('60', 60);
    run('40', 40);
    run('10', 10);
    await turn();
    expect(started).toEqual(['60', '40']);
    first.finish();
    await first.done;
    await turn();
    expect(started).toEqual(['60', '40', '10']);
  });

  it('lets no small work overtake a large one', async () => {
    const { started, run } = bench(100);
    const first = run('50', 50);
    run('large', 90);
    run('small', 10);
    await turn();
    expect(started).toEqual(['50']);
    first.finish();
    await turn();
    expect(started).toEqual(['50', 'large', 'small']);
  });

  it('runs work above the total alone', async () => {
    const { started, run } = bench(100);
    const huge = run('huge', 1000);
    run('small', 1);
    await turn();
    expect(started).toEqual(['huge']);
    huge.finish();
    await turn();
    expect(started).toEqual(['huge', 'small']);
  });

  it('gives back the share of work that failed, and passes its error on', async () => {
    const { started, run } = bench(100);
    const first = run('fails', 100);
    run('next', 100);
    await turn();
    first.fail(new Error('broken'));
    await expect(first.done).rejects.toThrow('broken');
    await turn();
    expect(started).toEqual(['fails', 'next']);
  });
});
