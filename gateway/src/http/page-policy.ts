import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sources by directive of a Content-Security-Policy, for example { 'img-src': "'self' data:" }. */
export type Sources = Readonly<Record<string, string>>;

/** Nothing is allowed but what is named, and no other site may show the page within its own. */
export const policyOf = (sources: Sources): string =>
  Object.entries({
    'default-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    ...sources,
  })
    .map(([directive, allowed]) => `${directive} ${allowed}`)
    .join('; ');

/** For whatever a browser shows: no guessing of types, no address sent on, and no handle for the page that opened it. */
export const pageHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** A text that stays the same while the process runs. */
export interface FixedText {
  readonly type: string;
  readonly text: string;
  readonly etag: string;
}

const mediaTypes = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  javascript: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

export function fixedText(type: keyof typeof mediaTypes, text: string): FixedText {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  return { type: mediaTypes[type], text, etag: `"${digest}"` };
}

/** Browsers keep it, and ask each time whether it is still the same. */
export function sendFixed(request: FastifyRequest, reply: FastifyReply, { type, text, etag }: FixedText): FastifyReply {
  void reply.headers({ 'cache-control': 'no-cache', etag });
  // A proxy that compresses weakens the tag.
  const known = request.headers['if-none-match']?.split(/\s*,\s*/).some((one) => one.replace(/^W\//, '') === etag);
  return known ? reply.code(304).send() : reply.type(type).send(text);
}
