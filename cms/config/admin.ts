import { readEnvironment } from '@s-tetic/config/environment';

export default () => {
  const environment = readEnvironment(process.env, 'cms');
  const secure = environment.CMS_PUBLIC_URL.startsWith('https://');
  return {
    auth: {
      secret: environment.ADMIN_JWT_SECRET,
      cookie: { secure, sameSite: 'strict' },
      sessions: {
        accessTokenLifespan: 30 * 60,
        idleSessionLifespan: 2 * 3600,
        maxSessionLifespan: 24 * 3600,
        idleRefreshTokenLifespan: 24 * 3600,
        maxRefreshTokenLifespan: 7 * 24 * 3600,
      },
    },
    apiToken: { salt: environment.API_TOKEN_SALT },
    transfer: { token: { salt: environment.TRANSFER_TOKEN_SALT } },
    secrets: { encryptionKey: environment.ENCRYPTION_KEY },
    // npm run dev says where the panel is; it does not take over the developer's browser.
    autoOpen: false,
    ai: { enabled: false },
    flags: { nps: false, promoteEE: false },
    preview: { enabled: false },
    rateLimit: { enabled: true, interval: { min: 5 }, max: 5 },
  };
};
