import { defineConfig } from 'vitest/config';

const everywhere = ['**/node_modules/**', '**/dist/**'];

/** Units run side by side; what needs the world that npm test starts runs one file at a time, in that one world. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['config/**/*.test.ts', 'scripts/**/*.test.ts', 'cms/**/*.test.{ts,tsx}', 'site/**/*.test.ts'],
          exclude: everywhere,
        },
      },
      {
        test: {
          name: 'world',
          include: ['tests/**/*.test.ts'],
          exclude: everywhere,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
