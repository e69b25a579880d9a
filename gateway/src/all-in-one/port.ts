import { createServer } from 'node:net';
import { StartError } from '@lokaal/shared/config';

const explanations: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) => `Port ${port} on ${host} is in use: stop the other program, or set PORT to a free one.`,
  EADDRNOTAVAIL: (host) => `HOST ${host} is not an address of this machine.`,
  EACCES: (_, port) => `Port ${port} may not be opened by this user: set PORT to one above 1023.`,
  ENOTFOUND: (host) => `HOST ${host} is not known to this machine.`,
};

/** One sentence for a server that cannot listen. */
function listenFailure(error: unknown, host: string, port: number): StartError {
  const explain = explanations[(error as NodeJS.ErrnoException).code ?? ''];
  return new StartError(explain?.(host, port) ?? `Cannot listen on ${host}:${port}: ${String(error)}`, {
    cause: error,
  });
}

/** Tries the address and frees it again, so that nothing else is started in vain. Throws a StartError. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((listening, failed) => {
      probe.once('error', failed).listen({ host, port, exclusive: true }, listening);
    });
  } catch (error) {
    throw listenFailure(error, host, port);
  }
  await new Promise((closed) => probe.close(closed));
}
