import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '@s-tetic/config/environment';

/** Every folder of src/plugins is a plugin: the folder listing is the registry. */
const ours = () => {
  const folder = path.join(__dirname, '../src/plugins');
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => existsSync(path.join(folder, name, 'package.json')))
      .map((name) => [name, { enabled: true, resolve: path.join(folder, name) }]),
  );
};

export default () => {
  const environment = readEnvironment(process.env, 'cms');
  return {
    ...ours(),
    i18n: { enabled: true },
    email: {
      config: {
        provider: 'nodemailer',
        providerOptions: environment.SMTP_URL ? { url: environment.SMTP_URL, pool: true } : { jsonTransport: true },
        settings: { defaultFrom: environment.MAIL_FROM, defaultReplyTo: environment.MAIL_FROM },
      },
    },
    upload: {
      config: {
        sizeLimit: 10 * 1024 * 1024,
        security: {
          allowedTypes: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
          // SVG can hold scripts; AVIF and HEIF decoders had remote code execution (GHSA-26w7-cxv4-gfx2).
          deniedTypes: ['image/svg+xml', 'image/avif', 'image/heif', 'image/heic'],
        },
      },
    },
  };
};
