// One process at a time installs and builds in a clone.
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function claim(file) {
  try {
    const descriptor = openSync(file, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw Object.assign(
      new Error(`Nothing can be installed or built here: ${file} cannot be written (${error.code}).`),
      {
        code: error.code === 'EPERM' ? 'EACCES' : error.code,
      },
    );
  }
}

/** Sets aside the lock of a process that is gone; of two that try, the rename lets one succeed. */
function removeStale(file) {
  const aside = `${file}.${process.pid}`;
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // An empty file: its maker is between opening and writing.
    if (pid === 0 || isAlive(pid)) return;
    renameSync(file, aside);
    if (Number(readFileSync(aside, 'utf8')) !== pid) renameSync(aside, file);
  } catch {
    // It was given back in the meantime.
  }
  rmSync(aside, { force: true });
}

/** Runs the work while no other process holds the lock file; waits for it, and tells so when that takes long. */
export async function withLock(file, say, work) {
  for (let turn = 0; !claim(file); turn += 1) {
    if (turn === 5) say('Another command installs or builds here: waiting for it ...');
    await pause(200);
    removeStale(file);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}
