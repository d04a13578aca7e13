import { readEnvironment } from '@s-tetic/config/environment';

export default () => {
  const environment = readEnvironment(process.env, 'cms');
  return {
    host: environment.CMS_HOST,
    port: environment.CMS_PORT,
    url: environment.CMS_PUBLIC_URL,
    app: { keys: environment.APP_KEYS },
    proxy: { koa: environment.TRUSTED_PROXIES > 0, maxIpsCount: environment.TRUSTED_PROXIES },
    transfer: { remote: { enabled: false } },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
  };
};
