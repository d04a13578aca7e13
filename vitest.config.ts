import { defineConfig } from 'vitest/config';

const everywhere = ['**/node_modules/**', '**/dist/**'];

// Generous, for the machine may be busy: what hangs is still told.
const patience = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } };

/** Units run side by side; what needs the world that npm test starts runs one file at a time, in that one world. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['config/**/*.test.ts', 'scripts/**/*.test.ts', 'cms/**/*.test.{ts,tsx}', 'site/**/*.test.ts'],
          exclude: everywhere,
          ...patience,
        },
      },
      {
        test: {
          name: 'world',
          include: ['tests/**/*.test.ts'],
          exclude: everywhere,
          fileParallelism: false,
          ...patience,
        },
      },
    ],
  },
});
