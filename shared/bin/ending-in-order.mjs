// Ctrl-C, SIGTERM or a closed terminal while something is installed or built.
import { once } from 'node:events';
import { endGroup } from './process-group.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the work; a signal ends the command that it runs, with all that this started, and then us: what goes on alone would
 * meet the next one. Later signals change nothing: a terminal signals npm as well, which passes its signal on, and the
 * order of ending is short. The work hands each command to `ended`, which gives its exit code, and nothing once we end.
 */
export async function endingInOrder(say, work) {
  let group;
  /** @type {Promise<void> | undefined} */
  let ending;
  const end = async () => {
    // A terminal that was closed takes the sentence no more.
    process.stderr.on('error', () => undefined);
    say('\nStopping: what installs or builds is ended first ...');
    if (group !== undefined) await endGroup(group);
    process.exit(130);
  };
  const stop = () => {
    ending ??= end();
  };
  const ended = async (child) => {
    group = child.pid;
    const [code] = await once(child, 'close');
    await ending;
    group = undefined;
    return code;
  };
  signals.forEach((signal) => process.on(signal, stop));
  try {
    return await work(ended);
  } finally {
    await ending;
    signals.forEach((signal) => process.off(signal, stop));
  }
}
