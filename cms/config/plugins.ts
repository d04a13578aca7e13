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

const manners = {
  // Mails leave one after the other: a connection is made once for many of them.
  pool: true,
  maxConnections: 1,
  // Whether a mail is tried again is for its job to say, which takes note of it.
  maxRequeues: 0,
  // Milliseconds that a mail server may keep silent. Much less than what a job may take: nobody else then sends the same mail.
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
};

/** Once it has an address, Nodemailer reads its settings from there and nowhere else. */
function withManners(smtpUrl: string): string {
  const address = new URL(smtpUrl);
  for (const [name, value] of Object.entries(manners))
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(value));
  return address.href;
}

export default () => {
  const environment = readEnvironment(process.env, 'cms');
  return {
    ...ours(),
    i18n: { enabled: true },
    email: {
      config: {
        provider: 'nodemailer',
        providerOptions: environment.SMTP_URL ? { url: withManners(environment.SMTP_URL) } : { jsonTransport: true },
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
