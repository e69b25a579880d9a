import { Worker } from 'node:worker_threads';
import { Language } from '../person/language.js';
import { CertificatePrinter } from './certificate-printer.js';
import type { Printed } from './certificate-pdf.js';

const certificate = (name: string): Printed => ({
  code: '7K3M-ABCD-EFGH-JKMN-PQRS-TVWX-YZ01',
  name,
  title: 'Kennisdag',
  hours: 6,
  startsOn: '2026-10-06',
  endsOn: '2026-10-06',
  valid: true,
  language: Language.NL,
  issuedAt: new Date('2026-10-08T08:00:00Z'),
});
const clock = { now: () => now };
let now: Date;
beforeEach(() => {
  now = new Date('2026-11-02T09:00:00Z');
});

const url = 'https://graph.example/certificates/7K3M';

it('prints in another thread: this one goes on meanwhile', async () => {
  const printer = new CertificatePrinter(clock);
  let turns = 0;
  let printed = false;
  const count = (): void => {
    turns += 1;
    if (!printed) setImmediate(count);
  };
  setImmediate(count);
  const pdf = await printer.print(certificate('Anna'), url);
  printed = true;
  expect([pdf.subarray(0, 5).toString(), turns > 10]).toEqual(['%PDF-', true]);
});

it('prints once what several ask for at once, and again for who asks later', async () => {
  const printer = new CertificatePrinter(clock);
  const [one, other, elses] = await Promise.all([
    printer.print(certificate('Anna'), url),
    printer.print(certificate('Anna'), url),
    printer.print(certificate('Bert'), url),
  ]);
  const later = await printer.print(certificate('Anna'), url);
  expect([one === other, one.equals(elses), later === one, later.equals(one)]).toEqual([true, false, false, true]);
});

it('tells who waits when its thread ends, and starts another one', async () => {
  const printer = new CertificatePrinter(clock);
  const post = jest.spyOn(Worker.prototype, 'postMessage').mockImplementationOnce(function (this: Worker) {
    void this.terminate();
  });
  await expect(printer.print(certificate('Anna'), url)).rejects.toThrow('The thread that prints certificates ended.');
  post.mockRestore();
  expect((await printer.print(certificate('Anna'), url)).length).toBeGreaterThan(1_000);
});

it('tells what is wrong with what cannot be printed, and goes on', async () => {
  const printer = new CertificatePrinter(clock);
  await expect(printer.print({ ...certificate('Anna'), startsOn: 'never' }, url)).rejects.toThrow();
  expect((await printer.print(certificate('Anna'), url)).length).toBeGreaterThan(1_000);
});

it('is left alone after its thread ended three times in a row, and tried again after a minute', async () => {
  const printer = new CertificatePrinter(clock);
  const post = jest.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker) {
    void this.terminate();
  });
  const states: unknown[] = [];
  const fail = async () => {
    await expect(printer.print(certificate('Anna'), url)).rejects.toThrow();
    states.push(printer.retryAfter);
  };
  for (let time = 0; time < 3; time += 1) await fail();
  now = new Date('2026-11-02T09:01:00Z');
  states.push(printer.retryAfter);
  await fail();
  post.mockRestore();
  now = new Date('2026-11-02T09:02:00Z');
  await printer.print(certificate('Anna'), url);
  states.push(printer.retryAfter);
  expect(states).toEqual([undefined, undefined, 60, undefined, 60, undefined]);
});
