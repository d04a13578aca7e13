export default [
  'global::count-queries',
  'global::explain-errors',
  'strapi::logger',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: { 'connect-src': ["'self'", 'ws:', 'http:', 'https:'], upgradeInsecureRequests: null },
      },
    },
  },
  { name: 'strapi::cors', config: { origin: [], keepHeaderOnError: true } },
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      // What the public sends is text, and never long; media go through the panel as multipart.
      jsonLimit: '256kb',
      formLimit: '64kb',
      textLimit: '64kb',
      formidable: { maxFileSize: 10 * 1024 * 1024 },
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
