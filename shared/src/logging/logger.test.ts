import { Writable } from 'node:stream';
import { createLogger } from './logger.js';

let written = '';
const destination = new Writable({ write: (chunk, _encoding, done) => ((written += String(chunk)), done()) });
const logger = createLogger({ service: 'test', destination });
beforeEach(() => (written = ''));

describe('the log', () => {
  it.each([
    ['an e-mail address in a text', () => logger.info('mail to jan.peeters+x@gemeente.example failed'), 'jan.peeters'],
    ['an e-mail address in a field', () => logger.info({ to: 'jan.peeters@gemeente.example' }), 'jan.peeters'],
    ['a token in a text', () => logger.info('Authorization: Bearer abcdefghijkl'), 'abcdefghijkl'],
    ['a JSON web token anywhere', () => logger.info({ x: ['eyJhbGciOi.eyJzdWIi.c2ln'] }), 'eyJ'],
    ['a password by its name', () => logger.info({ input: { password: 'hunter2' } }), 'hunter2'],
    ['the variables of an operation', () => logger.info({ variables: { name: 'canary' } }), 'canary'],
    ['the value that PostgreSQL refuses', () => logger.error(databaseError()), 'canary'],
    [
      'the statement of a driver',
      () => logger.error({ err: Object.assign(new Error('no'), { query: 'select canary' }) }),
      'canary',
    ],
  ])('holds no trace of %s', (_what, log, secret) => {
    log();
    expect(written).not.toBe('');
    expect(written).not.toContain(secret);
  });

  const databaseError = () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "canary"'), {
      severity: 'ERROR',
      code: '22P02',
    });
    return { err: new Error('outer', { cause: error }) };
  };

  it('keeps what mends a bug', () => {
    logger.error(databaseError(), 'a field failed');
    expect(JSON.parse(written)).toMatchObject({
      level: 'error',
      service: 'test',
      msg: 'a field failed',
      err: { type: 'Error', message: 'outer', stack: expect.stringContaining('logger.test'), cause: { code: '22P02' } },
    });
  });

  it('leaves package names in stacks alone', () => {
    logger.info({ at: '/app/node_modules/@apollo/server/dist/index.js' });
    expect(written).toContain('node_modules/@apollo/server');
  });
});
