import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock } from '@lokaal/shared/config';
import type { Printed } from './certificate-pdf.js';
import { ThreadPause } from './thread-pause.js';

export interface PrintOrder {
  readonly id: number;
  readonly certificate: Printed;
  readonly url: string;
}

export interface PrintAnswer {
  readonly id: number;
  readonly pdf?: Uint8Array;
  readonly error?: string;
}

interface Waiting {
  readonly done: (pdf: Buffer) => void;
  readonly failed: (error: Error) => void;
}

// a thread loads JavaScript: from the sources, as tests run them, it is what was built of them
const script = join(__dirname.replace(/([\\/])src([\\/]features[\\/])/u, '$1dist$2'), 'certificate-pdf.worker.js');

/**
 * Prints certificates in a thread of its own: the fonts take a fifth of a second each time, in which nobody else would be
 * answered. Nothing is kept, so a certificate that was revoked, or whose holder was erased, is nowhere; who asks for one that
 * is being printed gets that one. A thread that ends each time is left alone for a while.
 */
export class CertificatePrinter {
  private worker?: Worker;
  private last = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly underWay = new Map<string, Promise<Buffer>>();
  private readonly pause: ThreadPause;

  constructor(clock: Clock) {
    this.pause = new ThreadPause(clock);
  }

  /** Seconds until it prints again, while its thread keeps ending; undefined when it prints. */
  get retryAfter(): number | undefined {
    return this.pause.secondsLeft;
  }

  print(certificate: Printed, url: string): Promise<Buffer> {
    const key = JSON.stringify([certificate, url]);
    const printing = this.underWay.get(key) ?? this.order(certificate, url);
    this.underWay.set(key, printing);
    return printing.finally(() => this.underWay.delete(key));
  }

  private order(certificate: Printed, url: string): Promise<Buffer> {
    const id = ++this.last;
    return new Promise<Buffer>((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker ??= this.start();
      this.worker.postMessage({ id, certificate, url } satisfies PrintOrder);
    });
  }

  /** It keeps no process alive; when it ends, the next order starts another one. */
  private start(): Worker {
    const worker = new Worker(script);
    worker.on('message', (answer: PrintAnswer) => this.deliver(answer));
    worker.on('error', (error: Error) => this.giveUp(worker, error));
    worker.on('exit', () => this.giveUp(worker, new Error('The thread that prints certificates ended.')));
    worker.unref();
    return worker;
  }

  private deliver({ id, pdf, error }: PrintAnswer): void {
    const order = this.waiting.get(id);
    this.waiting.delete(id);
    this.pause.worked();
    if (pdf) order?.done(Buffer.from(pdf));
    else order?.failed(new Error(error));
  }

  /** An error is followed by the end, when there may be another thread already. */
  private giveUp(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    this.pause.failed();
    for (const { failed } of this.waiting.values()) failed(error);
    this.waiting.clear();
  }
}
