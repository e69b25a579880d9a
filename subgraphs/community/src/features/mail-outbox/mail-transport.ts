import type { Mailbox } from '@lokaal/shared/config';
import { createTransport } from 'nodemailer';
import { toBuffer } from 'qrcode';
import type { MailAttachment, MailList } from './mail-template.js';

export interface OutgoingMail {
  /** Stays the same when a mail is tried again: receivers recognise a double. */
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Given: written to a mailing list; otherwise the system sends it by itself. */
  readonly list?: MailList | null;
  /** Given: mail programs show a button that ends the subscription with one POST to this address. */
  readonly unsubscribeUrl?: string | null;
  readonly attachments?: readonly MailAttachment[];
}

/** How a mail leaves the house. `send` throws when it did not. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

const seconds = 1_000;

/** Sends through a mail server, for example smtps://user:password@mail.example.be. */
export function smtpTransport(url: string, from: Mailbox): MailTransport {
  const smtp = createTransport({
    url,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    async send({ id, recipient, list, unsubscribeUrl, attachments = [], ...said }) {
      const to = { name: '', address: recipient };
      await smtp.sendMail({
        from,
        to,
        messageId: `<${id}@${domain}>`,
        headers: { ...(list ? forList : byItself), ...(unsubscribeUrl && unsubscribeHeaders(unsubscribeUrl)) },
        ...(list && { list: { id: { url: `${list.slug}.${domain}`, comment: list.name } } }),
        ...contentOf(said),
        attachments: await Promise.all(attachments.map(asFile)),
      });
    },
    close: () => smtp.close(),
  };
}

const contentOf = ({ subject, text, html }: Pick<OutgoingMail, 'subject' | 'text' | 'html'>) => ({
  subject,
  text,
  html,
});

const asFile = async ({ fileName: filename, type: contentType, content, picture }: MailAttachment) =>
  picture
    ? { filename, contentType, content: await drawQr(content), cid: picture.id, contentDisposition: 'inline' as const }
    : { filename, contentType, content };

/** A PNG file, for mail programs show no SVG. */
const drawQr = (text: string): Promise<Buffer> => toBuffer(text, { errorCorrectionLevel: 'M', scale: 6 });

/** RFC 3834: nothing answers by itself, such as who is on holiday. */
const byItself = { 'Auto-Submitted': 'auto-generated' };

/** Somebody wrote it, to many: programs that answer by themselves and know no List-Id look at this. */
const forList = { Precedence: 'bulk' };

/** RFC 2369 and RFC 8058. The address holds a token and nothing else, so it needs no encoding. */
const unsubscribeHeaders = (url: string): Record<string, string> => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** Without a mail server the mail is shown on standard output, so that a first start needs none. */
export const printTransport = (
  print: (text: string) => unknown = (text) => process.stdout.write(text),
): MailTransport => ({
  async send({ recipient, subject, text }) {
    const line = '-'.repeat(72);
    print(`${line}\nMail to ${recipient}\nSubject: ${subject}\n\n${text}${line}\n`);
  },
  close: () => undefined,
});
