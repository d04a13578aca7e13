import { readEnvironment } from '@s-tetic/config/environment';

export default () => {
  const environment = readEnvironment(process.env, 'cms');
  return {
    connection: {
      client: 'postgres',
      connection: { connectionString: environment.DATABASE_URL },
      pool: { min: 0, max: environment.DATABASE_POOL },
      acquireConnectionTimeout: 10_000,
    },
    // A column that left a schema is dropped by hand, never by a deployment.
    settings: { forceMigration: false, runMigrations: true },
  };
};
