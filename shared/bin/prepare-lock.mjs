// One process at a time installs and builds in a clone.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { endGroup, isAlive, isGroupUnder, processOf } from './process-group.mjs';

function cannotBeWritten(file, { code }) {
  const sentence = `Nothing can be installed or built here: ${file} cannot be written (${code}).`;
  return Object.assign(new Error(sentence), { code: code === 'EPERM' ? 'EACCES' : code });
}

/** Writes a file next to the lock, and has `place` put it there: whole or not at all. */
function write(file, content, place) {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, JSON.stringify(content));
    place(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** `link` fails when the name exists: of two that try, one gets it. */
function claim(file) {
  try {
    write(file, { owner: processOf(process.pid) }, linkSync);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw cannotBeWritten(file, error);
  }
}

/** A disk that was full may have left half of it. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Sets aside the lock of a process that is gone; of two that try, the rename lets one succeed. */
async function removeStale(file, say) {
  const aside = `${file}.${process.pid}.old`;
  try {
    const text = readFileSync(file, 'utf8');
    const { owner, child } = parse(text);
    if (isAlive(owner)) return;
    // What a command that is gone left running, such as npm, would meet ours: it is ended first.
    if (isGroupUnder(file, child)) {
      say('Ending an installation or build that was cut off before ...');
      await endGroup(child.pid);
    }
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== text) renameSync(aside, file);
  } catch (error) {
    // It was given back in the meantime.
    if (error.code !== 'ENOENT') throw error;
  }
  rmSync(aside, { force: true });
}

/**
 * Runs the work while no other process holds the lock file; waits for it, and tells so when that takes long. The work notes
 * each process that it starts as the leader of a group: when we are killed, the next one ends that group.
 */
export async function withLock(file, say, work) {
  for (let turn = 0; !claim(file); turn += 1) {
    if (turn === 5) say('Another command installs or builds here: waiting for it ...');
    await pause(200);
    await removeStale(file, say);
  }
  const release = () => rmSync(file, { force: true });
  const note = (pid) => write(file, { owner: processOf(process.pid), child: processOf(pid) }, renameSync);
  process.once('exit', release);
  try {
    return await work(note);
  } finally {
    release();
    process.off('exit', release);
  }
}
