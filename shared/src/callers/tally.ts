/** How many there are of each name; never any of what has none. */
export class Tally {
  private readonly counts = new Map<string, number>();

  of = (name: string | undefined): number => (name === undefined ? 0 : (this.counts.get(name) ?? 0));

  add(name: string | undefined, more: 1 | -1): void {
    if (name === undefined) return;
    const count = this.of(name) + more;
    if (count > 0) this.counts.set(name, count);
    else this.counts.delete(name);
  }
}
