import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const compressors = {
  // Quality 4 is as fast as gzip and smaller; the default of 11 takes tens of milliseconds for one answer.
  br: (text: string): Promise<Buffer> =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: string): Promise<Buffer> => promisify(gzip)(text, { level: 5 }),
};

/** Below this many characters compressing costs more than it saves. */
const threshold = 2048;

/** Compresses text answers for clients that ask for it, outside the main thread. */
export function addCompression(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < threshold || reply.getHeader('content-encoding'))
      return payload;
    reply.header('vary', 'accept-encoding');
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (!encoding) return payload;
    const compressed = await compressors[encoding](payload);
    reply.header('content-encoding', encoding).header('content-length', compressed.length);
    return compressed;
  });
}

function encodingFor(accepted: string | string[] | undefined): keyof typeof compressors | undefined {
  const offers = String(accepted ?? '').toLowerCase();
  const accepts = (name: string) => new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`, 'u').test(offers);
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : undefined;
}
