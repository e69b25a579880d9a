import { rm } from 'node:fs/promises';

export default async function globalTeardown() {
  const { top, stop } = globalThis.testServer;
  await stop();
  await rm(top, { recursive: true, force: true, maxRetries: 5 });
}
