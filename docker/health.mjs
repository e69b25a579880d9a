// Exit code 0 when the service in this container answers: `node health.mjs /livez` or `/readyz`.
const { PORT = '4000' } = process.env;
const path = process.argv[2] ?? '/livez';
const signal = AbortSignal.timeout(4_000);

const healthy = await fetch(`http://127.0.0.1:${PORT}${path}`, { signal }).then(
  ({ ok }) => ok,
  () => false,
);
process.exitCode = healthy ? 0 : 1;
