import { z } from 'zod';

/** Who sends mails. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** For a sender of whom only the address is given: as every mail is signed. */
const usualName = 'Lokaal Digitaal';

/** `Name <address>`, the name between quotes or not. */
const named = /^(?:"(?<quoted>[^"\\]+)"|(?<plain>[^"\\<>@]+))\s*<(?<address>[^<>\s]+)>$/u;

function parts(text: string): Mailbox {
  const { quoted, plain, address } = named.exec(text)?.groups ?? {};
  return address === undefined ? { name: usualName, address: text } : { name: (quoted ?? plain)!.trim(), address };
}

/** An e-mail address, or a name and an address: Lokaal Digitaal <post@example.be>. */
export const mailbox = z
  .string()
  .transform(parts)
  // a name with a line break in it would be a header of its own
  .pipe(z.object({ name: z.string().regex(/^\P{Cc}+$/u), address: z.email() }));
