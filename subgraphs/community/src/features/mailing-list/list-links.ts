/** Addresses beside the graph to which mails of lists link: they work without the web site, and without signing in. */
export class ListLinks {
  constructor(private readonly publicUrl: string) {}

  readonly confirm = (token: string): string => this.page('confirm', token);
  readonly unsubscribe = (token: string): string => this.page('unsubscribe', token);

  private page(verb: string, token: string): string {
    return `${this.publicUrl}/mailing-lists/${verb}/${token}`;
  }
}
