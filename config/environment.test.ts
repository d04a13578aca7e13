import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

const token = '0123456789abcdef';

test('a program gets its defaults, and the addresses that follow from the ports', () => {
  expect(readEnvironment({ SITE_TOKEN: token, SITE_PORT: '5000' }, 'site')).toMatchObject({
    SITE_HOST: '127.0.0.1',
    SITE_PORT: 5000,
    SITE_URL: 'http://localhost:5000',
    CMS_PORT: 1337,
    CMS_URL: 'http://127.0.0.1:1337',
    CMS_PUBLIC_URL: 'http://localhost:1337',
    SITE_TOKEN: token,
    TRUSTED_PROXIES: 0,
    STATE_DIR: '.data',
    PAGE_CACHE_MB: 256,
    CDN_IN_FRONT: false,
  });
});

test('an address is written without the slash at its end', () => {
  const { SITE_URL } = readEnvironment({ SITE_TOKEN: token, SITE_URL: 'https://s-tetic.example/' }, 'site');
  expect(SITE_URL).toBe('https://s-tetic.example');
});

test('an empty variable counts as absent', () => {
  expect(readEnvironment({ DATABASE_URL: '', CMS_PORT: '' }, 'scripts')).toMatchObject({ CMS_PORT: 1337 });
});

test('every variable that will not do is named, with what was expected and where to set it', () => {
  expect(() => readEnvironment({ SITE_PORT: '4321x', SITE_URL: 'ftp://example.org' }, 'site')).toThrow(
    [
      'SITE_URL is «ftp://example.org». An address that starts with http:// or https:// was expected. Set it in the environment or in the .env file.',
      'SITE_PORT is «4321x». A port number from 1 to 65535 was expected. Set it in the environment or in the .env file.',
      'SITE_TOKEN is not set. A secret of at least 16 characters was expected. Set it in the environment or in the .env file.',
    ].join('\n'),
  );
});

test('a secret that will not do is not shown', () => {
  expect(() => readEnvironment({ SITE_TOKEN: 'hunter2' }, 'site')).toThrow(
    'SITE_TOKEN will not do. A secret of at least 16 characters was expected. Set it in the environment or in the .env file.',
  );
});

const secrets = {
  DATABASE_URL: 'postgres://localhost/s_tetic',
  SITE_TOKEN: token,
  APP_KEYS: `${token},${token}`,
  ADMIN_JWT_SECRET: token,
  API_TOKEN_SALT: token,
  TRANSFER_TOKEN_SALT: token,
  ENCRYPTION_KEY: token,
};

test('the accounts to make are a JSON list, empty when there is none', () => {
  const account = {
    role: 'editor',
    email: 'redaction@s-tetic.example',
    password: token,
    firstname: 'R',
    lastname: 'S',
  };
  expect(readEnvironment(secrets, 'cms').ACCOUNTS).toEqual([]);
  expect(readEnvironment({ ...secrets, ACCOUNTS: JSON.stringify([account]) }, 'cms').ACCOUNTS).toEqual([account]);
});

test.each(['hunter2!', '[{"role":"king","password":"hunter2!"}]'])(
  'accounts that will not do, such as %s, are refused without showing a password',
  (ACCOUNTS) => {
    expect(() => readEnvironment({ ...secrets, ACCOUNTS }, 'cms')).toThrow(
      /^ACCOUNTS will not do\. A JSON list such as .* was expected\. Set it in the environment or in the \.env file\.$/,
    );
  },
);
