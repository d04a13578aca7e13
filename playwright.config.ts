import { defineConfig, devices } from '@playwright/test';
import { sharedWorldVariable } from './tests/world/shared.ts';
import type { WorldAddresses } from './tests/world/world.ts';

const world = process.env[sharedWorldVariable];

/** Journeys in a real Chromium, on the world that npm test starts. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: world && (JSON.parse(world) as WorldAddresses).siteUrl,
    locale: 'fr-BE',
    timezoneId: 'Europe/Brussels',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // No sandbox where root runs the tests; and no word to anybody outside this machine.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
