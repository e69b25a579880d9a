/** Milliseconds: shorter than what the gateway waits for the community. */
const patience = 3_000;
const mostBytes = 256 * 1024;

interface Asked {
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams;
}

export interface IssuerAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Asks an address for JSON. Throws when there is no answer in time, a redirect, one that is too large, or no JSON. */
export async function askIssuer(url: string, asked: Asked = {}): Promise<IssuerAnswer> {
  const answer = await fetch(url, {
    ...asked,
    headers: { accept: 'application/json', ...asked.headers },
    // a redirect would lead to an address that nobody configured
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  return { status: answer.status, body: JSON.parse(await textOf(answer)) as unknown };
}

async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += (part as Uint8Array).length;
    if (bytes > mostBytes) throw new Error('The answer is too large.');
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts).toString('utf8');
}
