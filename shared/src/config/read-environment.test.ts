import { unsafeInProduction } from './production.js';
import { readEnvironment } from './read-environment.js';
import { StartError } from './start-error.js';

const complaintsAbout = (names: Parameters<typeof readEnvironment>[0], source: NodeJS.ProcessEnv): string => {
  try {
    readEnvironment(names, source);
    return '';
  } catch (error) {
    return error instanceof StartError ? error.message : `not a StartError: ${String(error)}`;
  }
};

describe('readEnvironment', () => {
  it('gives defaults for what is absent, also when it is an empty text', () => {
    expect(readEnvironment(['HOST', 'PORT', 'DEMO_DATA'], { HOST: '', PORT: ' ' })).toEqual({
      HOST: '127.0.0.1',
      PORT: 4000,
    });
  });

  it('reads values in their types', () => {
    expect(
      readEnvironment(['PORT', 'DEMO_DATA', 'DEMO_SCALE'], { PORT: '80', DEMO_DATA: 'true', DEMO_SCALE: '100' }),
    ).toEqual({
      PORT: 80,
      DEMO_DATA: true,
      DEMO_SCALE: 100,
    });
  });

  it('lists everything that is wrong and what is expected', () => {
    expect(complaintsAbout(['PORT', 'NODE_ENV', 'DEMO_DATA'], { PORT: '4000x', DEMO_DATA: 'yes' })).toBe(
      [
        'The configuration is not right:',
        '- PORT is "4000x": expected a whole number from 0 to 65535.',
        '- NODE_ENV is missing: expected development, production or test.',
        '- DEMO_DATA is "yes": expected true or false.',
      ].join('\n'),
    );
  });

  it.each(['70000', '-1', '40.5', '0x10000', 'NaN'])('refuses the port %s', (PORT) => {
    expect(complaintsAbout(['PORT'], { PORT })).toContain(`PORT is "${PORT}"`);
  });

  it('does not repeat a secret in its complaint', () => {
    const complaint = complaintsAbout(['KEY_SECRET', 'COMMUNITY_DATABASE_URL'], {
      KEY_SECRET: 'hunter2',
      COMMUNITY_DATABASE_URL: 'mysql://me:hunter2@localhost/community',
    });
    expect(complaint).toMatch(/KEY_SECRET is not right.*\n.*COMMUNITY_DATABASE_URL is not right/);
    expect(complaint).not.toContain('hunter2');
  });

  it.each(['postgres://me@localhost', 'localhost', '::', 'foo bar'])(
    'refuses %s, which names no database',
    (COMMUNITY_DATABASE_URL) => {
      expect(complaintsAbout(['COMMUNITY_DATABASE_URL'], { COMMUNITY_DATABASE_URL })).toContain(
        'COMMUNITY_DATABASE_URL is not right',
      );
    },
  );
});

describe('TRUSTED_PROXIES', () => {
  it('is nobody, or addresses and networks', () => {
    expect(readEnvironment(['TRUSTED_PROXIES'], {})).toEqual({ TRUSTED_PROXIES: [] });
    expect(
      readEnvironment(['TRUSTED_PROXIES'], { TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,2001:db8::/32,::1' }),
    ).toEqual({
      TRUSTED_PROXIES: ['127.0.0.1', '10.0.0.0/8', '2001:db8::/32', '::1'],
    });
  });

  it.each(['proxy.example', '10.0.0.0/33', '127.0.0.1,', 'true', '1'])('refuses %s', (TRUSTED_PROXIES) => {
    expect(complaintsAbout(['TRUSTED_PROXIES'], { TRUSTED_PROXIES })).toContain(`TRUSTED_PROXIES is`);
  });

  it.each(['0.0.0.0/0', '10.0.0.1,::/0'])('may not be everybody in production: %s', (networks) => {
    const settings = readEnvironment(['NODE_ENV', 'TRUSTED_PROXIES'], {
      NODE_ENV: 'production',
      TRUSTED_PROXIES: networks,
    });
    expect(unsafeInProduction(settings)).toEqual([expect.stringContaining('TRUSTED_PROXIES')]);
  });
});

describe('MAIL_FROM', () => {
  const from = (MAIL_FROM?: string) => readEnvironment(['MAIL_FROM'], { MAIL_FROM }).MAIL_FROM;

  it.each<[string | undefined, string, string]>([
    [undefined, 'Lokaal Digitaal', 'noreply@lokaal.example'],
    ['post@example.be', 'Lokaal Digitaal', 'post@example.be'],
    ['Vereniging voor ICT <post@example.be>', 'Vereniging voor ICT', 'post@example.be'],
    ['"Vereniging, van steden"<post@example.be>', 'Vereniging, van steden', 'post@example.be'],
  ])('is an address, with a name or without: %s', (text, name, address) => {
    expect(from(text)).toEqual({ name, address });
  });

  it.each([
    'Vereniging',
    'Vereniging <post>',
    'Vereniging post@example.be',
    '<post@example.be>',
    '" " <post@example.be>',
    'post@example.be, bestuur@example.be',
    'Een <a@example.be> <b@example.be>',
    'post@example.be <bestuur@example.be>',
    'Een\r\nBcc: bestuur <post@example.be>',
  ])('is refused in one sentence: %s', (MAIL_FROM) => {
    expect(complaintsAbout(['MAIL_FROM'], { MAIL_FROM })).toBe(
      `The configuration is not right:\n- MAIL_FROM is "${MAIL_FROM}": expected an e-mail address, or a name and an address such as Lokaal Digitaal <post@example.be>.`,
    );
  });
});
