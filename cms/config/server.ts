import { readEnvironment } from '@s-tetic/config/environment';

/** Milliseconds that a client may take to send the headers of a request, and the whole of it: a picture over a slow line. */
const patience = { headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 2_000 };

export default () => {
  const environment = readEnvironment(process.env, 'cms');
  return {
    host: environment.CMS_HOST,
    port: environment.CMS_PORT,
    url: environment.CMS_PUBLIC_URL,
    app: { keys: environment.APP_KEYS },
    proxy: { koa: environment.TRUSTED_PROXIES > 0, maxIpsCount: environment.TRUSTED_PROXIES },
    http: { serverOptions: { ...patience, maxHeaderSize: 16 * 1024 } },
    transfer: { remote: { enabled: false } },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
  };
};
