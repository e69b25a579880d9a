import { parentPort } from 'node:worker_threads';
import { certificatePdf } from './certificate-pdf.js';
import type { PrintAnswer, PrintOrder } from './certificate-printer.js';

/** A thread that prints one certificate after the other. */
parentPort!.on('message', ({ id, certificate, url }: PrintOrder) => {
  const answer = (rest: Omit<PrintAnswer, 'id'>): void =>
    parentPort!.postMessage({ id, ...rest } satisfies PrintAnswer);
  certificatePdf(certificate, url).then(
    (pdf) => answer({ pdf }),
    (error: unknown) => answer({ error: String(error) }),
  );
});
