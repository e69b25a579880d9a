import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seals what a link of a mail is about: whoever has the mail has the link, and nobody makes one without the key. */
export class LinkSeal {
  constructor(private readonly key: () => Uint8Array) {}

  of(text: string): string {
    return createHmac('sha256', this.key()).update(text).digest('base64url');
  }

  isOf(seal: string, text: string): boolean {
    const [given, right] = [Buffer.from(seal), Buffer.from(this.of(text))];
    return given.length === right.length && timingSafeEqual(given, right);
  }
}
