import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface TakenMail extends ParsedMail {
  readonly recipients: readonly string[];
  /** As it came over the line. */
  readonly raw: string;
}

/** At which step of a delivery a mail server refuses. */
export type RefusedStep = 'connection' | 'sign-in' | 'sender' | 'recipient' | 'content';

/** A mail server in this process: it takes what comes, but for recipients at "weg.example" and what it is told to refuse. */
export class MailServer {
  /** With which code it refuses a step. */
  readonly refused = new Map<RefusedStep, number>();
  readonly taken: TakenMail[] = [];
  /** What it does once it has a mail, before it says so to the sender. Throw, and the sender is told that it failed. */
  beforeAnswer: (mail: TakenMail) => Promise<void> | void = () => undefined;
  private readonly news = new EventEmitter();
  private readonly server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    onConnect: (_session, callback) => callback(this.refusalAt('connection')),
    onAuth: (_auth, _session, callback) => callback(this.refusalAt('sign-in'), { user: 'lokaal' }),
    onMailFrom: (_address, _session, callback) => callback(this.refusalAt('sender')),
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.endsWith('@weg.example') ? refusal(550, 'no such user') : this.refusalAt('recipient')),
    onData: (stream, { envelope }, callback) => {
      const recipients = envelope.rcptTo.map(({ address }) => address);
      this.take(stream, recipients).then(() => callback(this.refusalAt('content')), callback);
    },
  });

  /** Answers with its address. */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The first mail that is meant, once it is here. */
  async arrived(isMeant: (mail: TakenMail) => boolean): Promise<TakenMail> {
    for (;;) {
      const mail = this.taken.find(isMeant);
      if (mail) return mail;
      await once(this.news, 'mail');
    }
  }

  private refusalAt(step: RefusedStep): Error | null {
    const code = this.refused.get(step);
    return code === undefined ? null : refusal(code, `refused at ${step}`);
  }

  stop(): Promise<void> {
    return new Promise((done) => this.server.close(done));
  }

  private async take(stream: NodeJS.ReadableStream, recipients: readonly string[]): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    const raw = Buffer.concat(chunks);
    const mail = { ...(await simpleParser(raw)), recipients, raw: raw.toString('utf8') };
    this.taken.push(mail);
    this.news.emit('mail');
    await this.beforeAnswer(mail);
  }
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
