import { fastify } from 'fastify';
import { Pool } from 'pg';
import { referenceStatement } from './reference-statement.js';

/** What somebody would write who has to answer this one question, and nothing else, as fast as possible. */
const pool = new Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['CONNECTIONS']),
  options: '-c jit=off',
});
const app = fastify();

const body = {
  type: 'object',
  additionalProperties: false,
  properties: { first: { type: 'integer', minimum: 1, maximum: 100, default: 20 } },
};

app.post<{ Body: { first: number } }>('/reference', { schema: { body } }, async (request, reply) => {
  const { rows } = await pool.query<{ answer: string }>({
    name: 'reference',
    text: referenceStatement,
    values: [request.body.first],
  });
  return reply.header('content-type', 'application/json; charset=utf-8').send(rows[0]?.answer);
});

process.once('SIGTERM', () => {
  void app.close().then(() => pool.end());
});

void app
  .listen({ host: '127.0.0.1', port: 0 })
  .then((address) => console.log(`Reference question at ${address}/reference`));
