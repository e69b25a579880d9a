const patience = 120_000;

/** Waits until it is so, however busy the machine is; says what never was, before the test itself is given up. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It never became so: ${isSo.toString()}`);
    await new Promise(setImmediate);
  }
}
