import type { WorldAddresses } from './world.ts';

/** The environment variable in which `npm test` tells where the world that its tests share is. */
export const sharedWorldVariable = 'S_TETIC_TEST_WORLD';

/**
 * The world that the tests of a runner share. A test leaves in it only what others cannot trip over;
 * one that must change more starts its own with startWorld().
 *
 *     const { siteUrl } = sharedWorld();
 */
export function sharedWorld(): WorldAddresses {
  const given = process.env[sharedWorldVariable];
  if (!given)
    throw new Error(
      `${sharedWorldVariable} is not set: this test needs the world that npm test starts. Run: npm test -- <part of its name>`,
    );
  return JSON.parse(given) as WorldAddresses;
}
