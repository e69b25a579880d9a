/** As nodemailer tells of a reply: `permanent` is a 5xx, but for 503. */
interface SmtpReply {
  readonly permanent?: boolean;
  readonly responseCode?: number;
  /** What was replied to. */
  readonly command?: string;
}

/** Authentication is wanted, or failed (RFC 4954): our own configuration, whatever command it answers. */
const wantsSignIn = new Set<number | undefined>([530, 534, 535, 538]);

/**
 * Whether the mail server refused this recipient or what the mail says, permanently (RFC 5321, 4.2.1): the same mail would be
 * refused again. A refusal of the connection, of signing in or of us as sender is not the mail's fault.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { permanent, responseCode, command } = error as SmtpReply;
  if (permanent !== true || wantsSignIn.has(responseCode)) return false;
  return command === 'RCPT TO' || command === 'DATA';
}
