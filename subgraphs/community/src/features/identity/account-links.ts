/** Pages of the web site to which mails link. Tokens stand behind a #: they reach no server's log and no other site. */
export class AccountLinks {
  constructor(private readonly publicUrl: string) {}

  readonly confirmEmail = (token: string): string => this.page(`confirm-email#token=${token}`);
  readonly confirmEmailChange = (token: string): string => this.page(`confirm-email-change#token=${token}`);
  readonly resetPassword = (token: string): string => this.page(`reset-password#token=${token}`);
  readonly requestPasswordReset = (): string => this.page('request-password-reset');

  private page(path: string): string {
    return `${this.publicUrl}/account/${path}`;
  }
}
